package uk.concordat.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A referral travels from a council to the police, with the mouse, in two browsers. */
@ExtendWith(BrowserExtension.class)
class ReferralJourneyIT {

  @Test
  void aCouncilSendsAReferralThatPoliceAcceptAndTheCouncilSeesIt(Portal portal) {
    Person council = portal.person("council.officer");
    council.approves("your-work");
    council.follow("Start a referral");
    council.approves("start");
    council.press("Start now");
    for (Answers.Asked asked : Answers.ALL) {
      council.sees(asked.heading());
      council.approves(asked.picture());
      if (asked.mandatory()) {
        council.press("Continue");
        council.isToldOfErrors(asked.picture() + "-error");
      }
      asked.answer().accept(council);
      council.press("Continue");
    }
    council.sees("Check your answers");
    council.reads(Answers.NARRATIVE);
    council.reads("Race, Religion or belief");
    council.approves("check");
    council.press("Send to");
    council.isToldOfErrors("check-error");
    String reference = Answers.send(council);
    council.approves("sent");
    council.follow("Open the referral");
    council.approves("referral-sender");

    Person police = portal.person("police.hco");
    police.approves("your-work-police");
    police.open("/referral/inbox.xhtml?sort=CHANGED");
    police.approves("inbox");
    police.follow(reference);
    police.reads(Answers.NAME);
    police.approves("referral-new");
    police.follow("Acknowledge");
    police.approves("acknowledge");
    police.press("Acknowledge");
    police.isToldOfErrors("acknowledge-error");
    police.choose("No");
    police.press("Acknowledge");
    police.sees(Answers.NAME);
    police.approves("referral-received");
    police.follow("Accept");
    police.approves("accept");
    police.press("Accept");
    police.isToldOfErrors("accept-error");
    police.choose("Demo Police Officer");
    police.press("Accept");
    police.sees(Answers.NAME);
    police.approves("referral-accepted");

    council.page().reload();
    council.reads("Accepted");
    council.approves("referral-accepted-sender");
  }
}

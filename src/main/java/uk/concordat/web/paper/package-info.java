/** What is taken out of the product as a PDF: how it is composed and printed. */
package uk.concordat.web.paper;

"""Finds the tables of every page of the files named on standard input, a line each; prints the number of pages."""

import sys

import pdfplumber

pages = 0
for name in sys.stdin.read().splitlines():
    with pdfplumber.open(name) as pdf:
        for page in pdf.pages:
            page.extract_tables()
            page.close()  # else it keeps what it read of every page
            pages += 1
print(pages)

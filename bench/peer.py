"""A peer of the benchmark: peer.py NAME FILE prints the cells of the tables it finds, and the most memory it took, as JSON."""

import json
import resource
import sys


def pdfplumber_tables(file):
    import pdfplumber

    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            yield from page.extract_tables()


def camelot_tables(file):
    import camelot

    for table in camelot.read_pdf(file, pages="all", flavor="lattice", suppress_stdout=True):
        yield table.df.values.tolist()


def tabula_tables(file):
    import tabula

    for table in tabula.read_pdf(file, pages="all", lattice=True, output_format="json"):
        yield [[cell["text"] for cell in row] for row in table["data"]]


PEERS = {"pdfplumber": pdfplumber_tables, "camelot": camelot_tables, "tabula": tabula_tables}

name, file = sys.argv[1:]
cells = [str(cell) for table in PEERS[name](file) for row in table for cell in row if cell not in (None, "")]
# tabula is a Java program and a child of this one.
kilobytes = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
json.dump({"cells": cells, "megabytes": kilobytes / 1024}, sys.stdout, ensure_ascii=False)

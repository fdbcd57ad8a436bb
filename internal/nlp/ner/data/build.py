#!/usr/bin/env python3
"""Makes the word and name lists in this folder. Never needed to build or run graphload.

usage: build.py CORPORA WORDLIST

CORPORA   folder with the names-*.tsv.gz files that DATA.md names
WORDLIST  a SCOWL word list, one word a line (Debian: wamerican-small, /usr/share/dict/american-english-small)
"""
import gzip
import os
import re
import sys
from collections import Counter

corpora, wordlist = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))


def rows(name):
    with gzip.open(os.path.join(corpora, name), "rt", encoding="utf-8") as f:
        next(f)
        for line in f:
            yield line.rstrip("\n").split("\t")


def write(name, lines):
    with open(os.path.join(here, name), "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, filename="") as f:
        f.write(("\n".join(sorted(lines)) + "\n").encode())


words = {w for w in open(wordlist, encoding="utf-8").read().split() if re.fullmatch(r"[a-z]+", w)}
write("words.txt.gz", words)

# First names: at least 1,500 births in the US, 300 in the UK, or popular anywhere. F or M where nine in ten bear it.
female, male = Counter(), Counter()
for name, f, m, *_ in rows("names-first-us-ssa.tsv.gz"):
    if int(f) + int(m) >= 1500:
        female[name] += int(f)
        male[name] += int(m)
for name, f, m, *_ in rows("names-first-uk.tsv.gz"):
    if int(f or 0) + int(m or 0) >= 300:
        female[name] += int(f or 0)
        male[name] += int(m or 0)
for row in rows("names-first-world.tsv.gz"):
    sex, name = row[9], row[11]
    if re.fullmatch(r"[^\W\d_][\w'’-]+", name):
        (female if sex == "F" else male)[name] += 300
first = []
for name in set(female) | set(male):
    f, m = female[name], male[name]
    sex = "F" if f > 9 * m else "M" if m > 9 * f else "-"
    first.append(f"{name}\t{sex}")
surnames = {row[0] for row in rows("names-surnames-us-census1990.tsv.gz") if int(row[2]) <= 15000}
surnames |= {row[5] for row in rows("names-surnames-world.tsv.gz") if re.fullmatch(r"[^\W\d_][\w'’-]+", row[5])}

# Names of people in office: all but the last word count as first names of unknown sex, the last as a surname.
def officials():
    for name, path in ((4, "leaders-factbook-2026.tsv"),):
        for line in open(os.path.join(corpora, path), encoding="utf-8").read().split("\n")[1:]:
            row = line.split("\t")
            if len(row) > name:
                yield row[name].split()


known = {line.split("\t")[0] for line in first}
for parts in officials():
    parts = [p for p in parts if re.fullmatch(r"[^\W\d_][\w'’-]{2,}", p) and p.lower() not in words]
    if len(parts) < 2:
        continue
    surnames.add(parts[-1])
    first += [f"{p}\t-" for p in parts[:-1] if p[0].isupper() and p not in known and not known.add(p)]
write("firstnames.tsv.gz", first)
write("surnames.txt.gz", {s for s in surnames if s.lower() not in words or len(s) > 3})

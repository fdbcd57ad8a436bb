"""The training data as windows of word pieces with labels for the heads that the corpus has.

A window is a dict: ids, shape, lead (a piece each, without [CLS] and [SEP]), and, where the corpus has them,
  attr   BIO label of source, cue, content for each piece (1 + 2k begins, 2 + 2k goes on, k = 0, 1, 2)
  link   (piece, piece) pairs: the first piece of a source or content to the first piece of its cue (or of its source)
  name   BIO label of PER, LOC, ORG, MISC for each piece
  word   the first piece of each word; pos, head (index into word; its own for a root), rel: a word each
"""
import gzip
import re

from pieces import lead, shape, words

ROLES = ["source", "cue", "content"]
NAMES = ["PER", "LOC", "ORG", "MISC"]
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
SIZE = 254  # pieces of a window, without [CLS] and [SEP]
NON_COMMERCIAL = ("GUM_whow", "GUM_fiction", "GUM_essay", "GUM_letter", "GUM_podcast")


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as f:
        return f.read()


def sentence_starts(text):
    """Offsets at which a sentence may begin: enough to cut windows where little is torn."""
    starts = [0]
    for m in re.finditer(r"[.!?][”\"’')\]]*\s+(?=[“\"‘'(\[]*[A-Z])|\n+\s*", text):
        if m.end() > starts[-1]:
            starts.append(m.end())
    return starts


def piece_row(cut, text, s, e):
    """Rows (id, shape, lead, start, end) of the pieces of text[s:e]; all pieces of a word have its offsets."""
    rows = []
    for a, b in words(text, s, e):
        sh, before = shape(text[a:b]), lead(text, a)
        for n, p in enumerate(cut.pieces(text[a:b])):
            rows.append((p, sh, 0 if n else before, a, b, n))
    return rows


def attribution_windows(cut, doc, shift=0):
    """Windows of one document of format A; shift moves the first border, so that epochs differ."""
    text = doc["text"]
    label = [0] * (len(text) + 1)
    begins, links = set(), []
    for a in doc["attributions"]:
        for k, role in enumerate(ROLES):
            for n, (s, e) in enumerate(a[role]):
                while s < e and text[s].isspace():
                    s += 1
                begins.add((s, k))
                label[s:e] = [k + 1] * (e - s)
        anchor = (a["cue"] or a["source"] or [[None]])[0][0]
        for role in ROLES:
            for s, _ in a[role]:
                if anchor is not None and s != anchor:
                    links.append((s, anchor))
    starts = sentence_starts(text) + [len(text)]
    sentences = [piece_row(cut, text, s, e) for s, e in zip(starts, starts[1:])]
    out, rows, limit = [], [], SIZE - shift
    for sentence in sentences:
        while sentence:
            if len(rows) + len(sentence) > limit and rows:
                out.append(rows)
                rows, limit = [], SIZE
            rows = rows + sentence[:SIZE]
            sentence = sentence[SIZE:]
    if rows:
        out.append(rows)
    for rows in out:
        attr, first, previous = [], {}, 0
        for i, (_, _, _, a, b, n) in enumerate(rows):
            # The annotated span may begin inside of what we cut as one word.
            k = label[a] or label[b - 1]
            if k == 0:
                y = 0
            elif n == 0 and any((c, k - 1) in begins for c in range(a, b)) or previous != k:
                y = 2 * k - 1
            else:
                y = 2 * k
            if n == 0:
                for c in range(a, b):
                    first[c] = i
            previous = k
            attr.append(y)
        link = [(first[s], first[t]) for s, t in links if s in first and t in first and first[s] != first[t]]
        yield {"ids": [r[0] for r in rows], "shape": [r[1] for r in rows], "lead": [r[2] for r in rows],
               "offsets": [(r[3], r[4]) for r in rows], "attr": attr, "link": link}


def word_rows(cut, form, before):
    rows = []
    for a, b in words(form):
        sh = shape(form[a:b])
        rows += [(p, sh, 0 if n or a else before) for n, p in enumerate(cut.pieces(form[a:b]))]
    return rows or [(100, 0, before)]


def window(rows):
    return {"ids": [r[0] for r in rows], "shape": [r[1] for r in rows], "lead": [r[2] for r in rows]}


NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:!?%)\]}”’]|['’](?:s|S|ll|re|ve|d|m|t)|n['’]t)$")
NO_SPACE_AFTER = set("([{“‘$£€#@")


def name_windows(cut, path, glue=None):
    """Windows of an IOB2 file. It has no white space: that is put where English has it.

    A hyphen that is a token may have stood within a word or between two; glue, a random.Random, decides each time, so that
    training sees both. Without it there is always a space.
    """
    docs, sentence = [[]], []
    for line in read(path).split("\n"):
        if line.startswith("# newdoc"):
            docs.append([])
        elif not line.strip():
            if sentence:
                docs[-1].append(sentence)
            sentence = []
        elif not line.startswith("#"):
            sentence.append(line.split("\t")[:2])
    for n, doc in enumerate(docs):
        rows, labels = [], []
        for m, sentence in enumerate(doc):
            srows, slabels, before = [], [], 2 if (n + m) % 2 else 1
            for form, tag in sentence:
                hyphen = form == "-" and glue is not None and glue.random() < 0.5
                if hyphen or NO_SPACE_BEFORE.match(form):
                    before = 0
                k = 0 if tag == "O" else 2 * NAMES.index(tag[2:]) + (1 if tag[0] == "B" else 2)
                r = word_rows(cut, form, before)
                srows += r
                slabels += [k] + [k + (k % 2) if k else 0] * (len(r) - 1)
                before = 0 if hyphen or form in NO_SPACE_AFTER else 1
            srows, slabels = srows[:SIZE], slabels[:SIZE]
            if len(rows) + len(srows) > SIZE:
                yield window(rows) | {"name": labels}
                rows, labels = [], []
            rows, labels = rows + srows, labels + slabels
        if rows:
            yield window(rows) | {"name": labels}


def treebank_windows(cut, path, relations, keep=lambda doc: True):
    """Windows of a CoNLL-U file. relations maps a label to its index; where it may grow, new labels are added."""
    docs = []
    doc, par = "", False
    for block in read(path).split("\n\n"):
        sentence, before, until = [], 1, 0
        for line in block.split("\n"):
            if line.startswith("# newdoc id"):
                doc = line.split("= ")[1]
                docs.append((doc, []))
                par = True
            elif line.startswith("# newpar"):
                par = True
            elif line and line[0] != "#":
                c = line.split("\t")
                if "." in c[0]:
                    continue
                if "-" in c[0]:
                    until, glued = int(c[0].split("-")[1]), "SpaceAfter=No" in c[9]
                    continue
                if int(c[0]) < until:
                    after = 0
                elif int(c[0]) == until:
                    after = 0 if glued else 1
                else:
                    after = 0 if "SpaceAfter=No" in c[9] else 1
                sentence.append((c[1], before, c[3], int(c[6]), c[7]))
                before = after
        if sentence:
            if par:
                sentence[0] = (sentence[0][0], 2) + sentence[0][2:]
            par = False
            docs[-1][1].append(sentence)
    for doc, sentences in docs:
        if not keep(doc):
            continue
        w = None
        for sentence in sentences:
            pieces = [word_rows(cut, form, before) for form, before, *_ in sentence]
            if sum(map(len, pieces)) > SIZE:
                continue
            if w is None or len(w["ids"]) + sum(map(len, pieces)) > SIZE:
                if w:
                    yield w
                w = window([]) | {"word": [], "pos": [], "head": [], "rel": [], "sent": []}
            base = len(w["word"])
            for i, (r, (_, _, pos, head, rel)) in enumerate(zip(pieces, sentence)):
                w["word"].append(len(w["ids"]))
                w["ids"] += [x[0] for x in r]
                w["shape"] += [x[1] for x in r]
                w["lead"] += [x[2] for x in r]
                w["pos"].append(UPOS.index(pos))
                w["head"].append(base + (head - 1 if head else i))
                w["rel"].append(relations.setdefault(rel, len(relations)))
                w["sent"].append(base)
        if w:
            yield w

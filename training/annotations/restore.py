#!/usr/bin/env python3
"""Write the texts of annotated newspaper articles, and their answers, from a folder of corpora.

usage: restore.py CORPORA OUT

newswire.jsonl has an article a line: its document in ner-worldwide-PART.iob2.gz, and the answers as offsets of code points into the text that
is put together from the document's tokens here. OUT gets SET/texts/NAME.txt and SET/gold/NAME.json. Only the Python standard library is needed.
"""
import gzip
import json
import os
import re
import sys


def documents(path):
    """Yields the id and the paragraphs, as lists of tokens, of each document."""
    name, paragraphs, tokens = None, [], []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if name:
                    yield name, paragraphs
                name, paragraphs, tokens = line.split("= ")[1], [], []
            elif line.startswith("#"):
                continue
            elif not line:
                if tokens:
                    paragraphs.append(tokens)
                    tokens = []
            else:
                tokens.append(line.split("\t")[0])
    if tokens:
        paragraphs.append(tokens)
    yield name, paragraphs


def printed(tokens):
    """Puts tokens together as a newspaper prints them."""
    out, glued, quoted = "", True, False
    for t in tokens:
        if t in ("``", "“", "‘", "(", "[", "$", "£", "€", "₦", "#"):
            out += ("" if glued else " ") + ('"' if t == "``" else t)
            glued = True
        elif t in ("''", "”"):
            out += '"' if t == "''" else t
            glued = False
        elif t == '"':
            out += t if quoted else ("" if glued else " ") + t
            glued = quoted = not quoted
        elif re.fullmatch(r"[,.;:?!)\]%]+|…|['’](s|S|ll|re|ve|d|m|t)|n['’]t", t) or (t in ("’", "'") and out and out[-1].isalpha()):
            out += ("" if glued else " ") + t if t == "..." else t
            glued = False
        elif t in ("-", "/"):
            out += ("" if glued or t == "/" else " ") + t
            glued = t == "/"
        elif t in ("s", "S") and out.endswith(("’", "'")):
            out += t
            glued = False
        else:
            out += ("" if glued else " ") + t
            glued = False
    return re.sub(r"(\w) - (\w)", lambda m: m[1] + "-" + m[2] if m[1].islower() and m[2].islower() else m[0], out)


def answer(a, text):
    """Turns offsets into the words of GUIDE.md's form."""
    words = lambda span: text[span[0]:span[1]]
    actor = lambda x: x if isinstance(x, str) else x[0] + ":" + words(x[1:]) if len(x) > 1 else x[0] + ":"
    return {
        "article": a["id"] + ".txt", "title": None, "published": a["published"], "source": None,
        "people": [{"name": words(p["name"]), "also": [words(x) for x in p["also"]], "represents": p["represents"],
                    "titles": [words(x) for x in p["titles"]]} for p in a["people"]],
        "countries": [{**c, "via": [words(x) for x in c["via"]]} for c in a["countries"]],
        "meetings": [{**m, "what": "", "participants": [actor(x) for x in m["participants"]], "date_text": None,
                      "place": words(m["place"]) if m["place"] else None, "evidence": [words(x) for x in m["evidence"]]}
                     for m in a["meetings"]],
        "statements": [{**s, "speaker": actor(s["speaker"]), "cue": words(s["cue"]) if s["cue"] else "",
                        "content": [words(x) for x in s["content"]]} for s in a["statements"]],
    }


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    corpora, out = sys.argv[1:]
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "newswire.jsonl"), encoding="utf-8") as f:
        wanted = {(a["part"], a["id"]): a for a in map(json.loads, f)}
    for part in sorted({p for p, _ in wanted}):
        for name, paragraphs in documents(os.path.join(corpora, f"ner-worldwide-{part}.iob2.gz")):
            a = wanted.get((part, name))
            if not a:
                continue
            text = "\n\n".join(printed(p) for p in paragraphs if not (len(p) == 1 and p[0].startswith("http")))
            for kind, ending, content in (("texts", ".txt", text + "\n"), ("gold", ".json", json.dumps(answer(a, text), ensure_ascii=False, indent=1))):
                folder = os.path.join(out, a["set"], kind)
                os.makedirs(folder, exist_ok=True)
                with open(os.path.join(folder, name + ending), "w", encoding="utf-8") as f:
                    f.write(content)


if __name__ == "__main__":
    main()

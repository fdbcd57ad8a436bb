"""Word pieces with offsets: the same cut as internal/nlp/encoder makes in Go (BERT's, Devlin et al. 2019).

A text is cut into words (runs of letters, digits and marks; every punctuation mark or symbol by itself), each code point is
lower-cased and stripped of its accents, and a word is cut into the longest pieces of the vocabulary from the left.
A piece carries the shape of its word (0 other, 1 lower, 2 Title, 3 UPPER, 4 mixed, 5 digits) and what stands before the
word (0 nothing, 1 white space, 2 a line break; a piece that goes on a word: 0).
"""
import functools
import unicodedata

CLS, SEP, UNK = 101, 102, 100
SPECIAL = 6  # shape of [CLS] and [SEP]
MAX_WORD = 100  # code points; a longer word is [UNK]


def load_vocabulary(path):
    with open(path, encoding="utf-8") as f:
        return {line.rstrip("\n"): i for i, line in enumerate(f)}


@functools.lru_cache(None)
def fold(c):
    """The code point in lower case without accents; empty where it is an accent by itself."""
    return "".join(d for d in unicodedata.normalize("NFD", c.lower()) if unicodedata.category(d) != "Mn")


@functools.lru_cache(None)
def kind(c):
    """0 white space or to be ignored, 1 part of a word, 2 a word by itself."""
    cat = unicodedata.category(c)
    if cat[0] in "ZC" or c == "\ufffd":
        return 0
    if cat[0] in "PS" or 0x2E80 <= ord(c) <= 0x9FFF and cat == "Lo" or 0xF900 <= ord(c) <= 0xFAFF or ord(c) >= 0x20000:
        return 2
    return 1


def words(text, start=0, end=None):
    """Yields (start, end) of each word of text[start:end]."""
    end = len(text) if end is None else end
    i = start
    while i < end:
        k = kind(text[i])
        if k == 0:
            i += 1
            continue
        j = i + 1
        if k == 1:
            while j < end and kind(text[j]) == 1:
                j += 1
        yield i, j
        i = j


def shape(w):
    if any(c.isdigit() for c in w):
        return 5
    if not any(c.isupper() or c.islower() for c in w):
        return 0
    if not any(c.isupper() for c in w):
        return 1
    if w[0].isupper() and not any(c.isupper() for c in w[1:]):
        return 2
    if not any(c.islower() for c in w):
        return 3
    return 4


class Cutter:
    def __init__(self, vocabulary):
        self.vocabulary = vocabulary
        self.cache = {}

    def pieces(self, word):
        """The ids of a word's pieces."""
        ids = self.cache.get(word)
        if ids is None:
            ids = self.cache[word] = self._cut("".join(map(fold, word)))
        return ids

    def _cut(self, w):
        if len(w) > MAX_WORD or not w:
            return (UNK,)
        ids, i = [], 0
        while i < len(w):
            j = len(w)
            while j > i:
                p = self.vocabulary.get(("##" if i else "") + w[i:j])
                if p is not None:
                    break
                j -= 1
            else:
                return (UNK,)
            ids.append(p)
            i = j
        return tuple(ids)


def lead(text, start):
    """What stands before text[start]: 0 nothing, 1 white space, 2 a line break or the text's beginning."""
    i, found = start, 0
    while i > 0 and kind(text[i - 1]) == 0:
        if text[i - 1] in "\n\r\u2028\u2029":
            return 2
        found = 1
        i -= 1
    return 2 if i == 0 else found

package neo4j

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"graphload/internal/graph"
)

// mostText is how many characters of text are read at once. An article may have ten million.
const mostText = 4_000_000

// checkArticles compares what is stored of articles with the hash of what was loaded: it tells whether the evidence is whole.
// What the text and the rest of the evidence determine is computed again, and where the hash then fits it is set right.
// Otherwise nobody can tell what was lost, and the article has to be loaded again.
func checkArticles(c *checker, _ graph.Label, ids []string) error {
	sizes, err := c.run(verifySizes, map[string]any{"ids": ids})
	if err != nil {
		return err
	}
	for len(sizes) > 0 {
		n, size := 0, 0
		var part []string
		for n < len(sizes) && (n == 0 || size+sizes[n].number("size") <= mostText) {
			size += sizes[n].number("size")
			part = append(part, sizes[n].text("id"))
			n++
		}
		sizes = sizes[n:]
		found, err := c.run(verifyArticles, map[string]any{"ids": part})
		if err != nil {
			return err
		}
		for _, r := range found {
			c.article(r)
		}
	}
	return nil
}

// evidence is a relationship of evidence with its place in a fragment.
type evidence struct {
	kind   graph.LinkType
	link   string
	node   string    // the database's id of the other node
	ref    graph.Ref // the other node; the key is empty where it has none
	stored row       // properties
	at     int       // in Mentions, Statements or Meetings
}

// storedArticle is an article with its evidence, as it is stored.
type storedArticle struct {
	node     string
	props    row
	frag     *graph.Fragment
	evidence []evidence
}

// self is the article's node for a reader.
func (a *storedArticle) self() graph.Ref {
	return graph.Ref{Label: graph.ArticleLabel, Key: a.props.text("id")}
}

// readArticle reads an article, and tells of evidence that is there twice or cannot be read.
func (c *checker) readArticle(r row) *storedArticle {
	a := &storedArticle{node: r.text("node"), props: r.row("props")}
	a.frag = &graph.Fragment{Article: articleOf(a.props)}
	seen := map[string]bool{}
	for _, x := range slices.Concat(r.rows("mentions"), r.rows("reports")) {
		ref, ours := endOf(x)
		e := evidence{kind: graph.ReportedIn, link: x.text("link"), node: x.text("node"), ref: ref, stored: x.row("props")}
		if slices.Contains(graph.Labels(), ref.Label) {
			e.kind = graph.Mentions
		}
		from, to := e.ends(a.self())
		if !ours || !allowed(e.kind, from, to) {
			continue // another's, or told as misplaced
		}
		c.links++
		remove := change(fixLinkDelete, map[string]any{"id": e.link})
		if same := fmt.Sprint(e.ref, e.node, values(e.stored)); seen[same] {
			c.tell(Finding{Kind: FindEvidence, Where: e.where(a), Found: "is there more than once", Expected: "one relationship"},
				remove)
			continue
		} else {
			seen[same] = true
		}
		if err := e.add(a.frag, x); err != nil {
			c.tell(Finding{Kind: FindEvidence, Where: e.where(a), Found: "cannot be read: " + errors.Unwrap(err).Error(),
				Expected: "evidence as graphload writes it", Todo: loadAgain}, remove)
			continue
		}
		a.evidence = append(a.evidence, e)
	}
	return a
}

func (e *evidence) ends(article graph.Ref) (from, to graph.Ref) {
	if e.kind == graph.Mentions {
		return article, e.ref
	}
	return e.ref, article
}

func (e *evidence) where(a *storedArticle) string {
	from, to := e.ends(a.self())
	return linkAt(from, e.kind, to)
}

// add adds the evidence to a fragment.
func (e *evidence) add(f *graph.Fragment, r row) error {
	switch e.ref.Label {
	case graph.StatementLabel:
		r["published"] = f.Article.Published
		s, err := statementReport(e.ref.Key, r)
		if err != nil {
			return err
		}
		e.at = len(f.Statements)
		f.Statements = append(f.Statements, s)
	case graph.MeetingLabel:
		m, err := meetingReport(f.Article.ID, e.stored)
		if err != nil {
			return err
		}
		e.at = len(f.Meetings)
		f.Meetings = append(f.Meetings, m)
	default:
		e.at = len(f.Mentions)
		f.Mentions = append(f.Mentions, mention(e.ref, e.stored))
	}
	return nil
}

// wanted returns the properties that the evidence has in a fragment.
func (e *evidence) wanted(f *graph.Fragment) map[string]any {
	switch e.ref.Label {
	case graph.StatementLabel:
		return f.Statements[e.at].Props()
	case graph.MeetingLabel:
		return f.Meetings[e.at].Props()
	}
	return f.Mentions[e.at].Props()
}

// key returns the key of the other node in a fragment. Which meeting a report is of is not told by the article.
func (e *evidence) key(f *graph.Fragment) string {
	switch e.ref.Label {
	case graph.StatementLabel:
		return f.Statements[e.at].Key
	case graph.MeetingLabel:
		return e.ref.Key
	}
	return f.Mentions[e.at].Target.Key
}

func (c *checker) article(r row) {
	c.nodes++
	a := c.readArticle(r)
	where := refAt(a.self())
	c.checkLoading(a, where)
	whole, id, ok := a.whole()
	if !ok {
		c.lost(a, where)
		return
	}
	if id != a.props.text("id") {
		c.tell(Finding{Kind: FindKey, Where: where, Found: "the key is " + inWords(a.props["id"]), Expected: "the key " + id}, a.rename(id))
	}
	c.tellValues(FindEvidence, where, fixNodeSet, a.node, differences(a.props, whole.Article.Props(""),
		without(nodeNames(graph.ArticleLabel), "id", "hash", "readHash", "batch", "loadedAt")))
	whole = c.rekey(a, whole, where)
	for i := range a.evidence {
		e := &a.evidence[i]
		if e.at < 0 {
			c.tell(Finding{Kind: FindEvidence, Where: e.where(a), Found: "is no part of what was loaded",
				Expected: "no such relationship"}, change(fixLinkDelete, map[string]any{"id": e.link}))
			continue
		}
		if key := e.key(whole); key != e.ref.Key {
			c.tell(Finding{Kind: FindEvidence, Where: e.where(a), Found: "leads to another node than the one it is of",
				Expected: nodeAt(e.ref.Label, key)}, e.relink(key, whole))
		}
		c.tellValues(FindEvidence, e.where(a), fixLinkSet, e.link, differences(e.stored, e.wanted(whole), linkNames(e.kind)))
	}
}

// rekey returns the fragment with the keys that this version gives statements, after an older one has loaded it. Evidence that
// is then no part of it is marked. The hash is that of the new fragment.
func (c *checker) rekey(a *storedArticle, whole *graph.Fragment, where string) *graph.Fragment {
	rekeyed, same := whole.Rekeyed()
	if len(same) == 0 && slices.EqualFunc(rekeyed.Statements, whole.Statements, func(x, y graph.StatementReport) bool { return x.Key == y.Key }) {
		return whole
	}
	left := *rekeyed
	left.Statements = nil
	for i := range rekeyed.Statements {
		if _, again := same[i]; !again {
			left.Statements = append(left.Statements, rekeyed.Statements[i])
		}
	}
	for i := range a.evidence {
		e := &a.evidence[i]
		if _, again := same[e.at]; again && e.ref.Label == graph.StatementLabel {
			e.at = -1
		}
	}
	if hash, err := left.Restored().Hash(); err == nil {
		c.tellValues(FindEvidence, where, fixNodeSet, a.node, differences(a.props, map[string]any{"hash": hash}, []string{"hash"}))
	}
	return rekeyed
}

// whole returns the fragment that was loaded, in the order of the evidence, and the article's key, and false where what is
// stored does not give its hash in any way. Evidence that is no part of it is marked.
func (a *storedArticle) whole() (f *graph.Fragment, id string, ok bool) {
	hash := a.props.text("hash")
	fits := func(f *graph.Fragment) bool {
		got, err := f.Restored().Hash()
		return err == nil && got == hash
	}
	id = a.frag.Article.ID
	if fits(a.frag) {
		return a.frag, id, true
	}
	without, left := a.withoutBare()
	for _, key := range append([]string{id}, a.frag.Article.PossibleKeys()...) {
		if f := a.frag.Recomputed(key); fits(f) {
			return f, key, true
		}
		if len(left) == len(a.evidence) {
			continue
		}
		if f := without.Recomputed(key); fits(f) {
			a.keep(left)
			return f, key, true
		}
	}
	return nil, "", false
}

// withoutBare returns the fragment without evidence that says nothing, which no load wrote, and what of the evidence is in it.
func (a *storedArticle) withoutBare() (f *graph.Fragment, left map[string]int) {
	f, left = &graph.Fragment{Article: a.frag.Article}, map[string]int{}
	for _, e := range a.evidence {
		switch e.ref.Label {
		case graph.StatementLabel:
			if s := a.frag.Statements[e.at]; s.Text != "" {
				left[e.link] = len(f.Statements)
				f.Statements = append(f.Statements, s)
			}
		case graph.MeetingLabel:
			if m := a.frag.Meetings[e.at]; m.Key != "" {
				left[e.link] = len(f.Meetings)
				f.Meetings = append(f.Meetings, m)
			}
		default:
			if m := a.frag.Mentions[e.at]; m.Name != "" {
				left[e.link] = len(f.Mentions)
				f.Mentions = append(f.Mentions, m)
			}
		}
	}
	return f, left
}

// keep notes where the evidence is that is left, by link; all else is in no fragment.
func (a *storedArticle) keep(left map[string]int) {
	for i := range a.evidence {
		e := &a.evidence[i]
		at, there := left[e.link]
		if !there {
			at = -1
		}
		e.at = at
	}
}

// lostHash stands for the hash of an article whose evidence is not whole, so that the next load writes it anew. It must not
// be empty: the load would not know that there is something to replace.
const lostHash = "lost"

// lost tells that an article has to be loaded again, and sets right what the loader needs to find what there is.
func (c *checker) lost(a *storedArticle, where string) {
	found := "its evidence is not what was loaded"
	if gaps := a.frag.Gaps(); len(gaps) > 0 {
		const most = 5
		if len(gaps) > most {
			gaps = append(gaps[:most], fmt.Sprintf("and %d more", len(gaps)-most))
		}
		found += ": " + strings.Join(gaps, "; ")
	}
	mark := change(fixNodeSet, map[string]any{"id": a.node, "props": map[string]any{"hash": lostHash, "readHash": nil}})
	marked := a.props.text("hash") == lostHash
	if marked {
		mark = nil
	}
	todo := c.toLoad(a, marked)
	if !slices.Contains(a.frag.Article.PossibleKeys(), a.frag.Article.ID) {
		todo += "; if it is told still, its id is wrong, or the source gave it: delete it by this id, then load it once more"
	}
	c.tell(Finding{Kind: FindEvidence, Where: where, Found: found, Expected: "all that its hash tells of", Todo: todo}, mark)
	bands := slices.DeleteFunc(nodeNames(graph.ArticleLabel), func(n string) bool { return !strings.HasPrefix(n, "band") })
	c.tellValues(FindEvidence, where, fixNodeSet, a.node, differences(a.props, a.frag.Article.Props(""), bands))
	for i := range a.evidence {
		e := &a.evidence[i]
		c.tellValues(FindEvidence, e.where(a), fixLinkSet, e.link,
			differences(e.stored, e.wanted(a.frag), []string{"count", "block", "parties"}))
	}
}

// toLoad says that an article has to be loaded again; it is left alone by a load unless it is marked.
func (c *checker) toLoad(a *storedArticle, marked bool) string {
	todo := "load the article again"
	if called := cmp.Or(a.frag.Article.URL, a.frag.Article.Name); called != "" {
		todo += " (" + called + ")"
	}
	if marked || c.repairs {
		return todo
	}
	return "--repair, so that it counts as changed; then " + todo
}

// checkLoading looks at what tells of the loading of an article and is not part of its hash.
func (c *checker) checkLoading(a *storedArticle, where string) {
	var wrong []string
	if a.props.text("batch") == "" {
		wrong = append(wrong, "batch")
	}
	if _, ok := a.props["loadedAt"].(time.Time); !ok {
		wrong = append(wrong, "loadedAt")
	}
	if hash := a.props["readHash"]; hash != nil && a.props.text("readHash") == "" {
		c.tell(Finding{Kind: FindValue, Where: where, Found: "readHash is " + inWords(hash), Expected: "a hash or none"},
			change(fixNodeSet, map[string]any{"id": a.node, "props": map[string]any{"readHash": nil}}))
	}
	for _, name := range wrong {
		c.tell(Finding{Kind: FindValue, Where: where, Found: name + " is " + inWords(a.props[name]),
			Expected: "what tells by which load and when it was written",
			Todo:     c.toLoad(a, a.props.text("hash") == lostHash)},
			change(fixNodeSet, map[string]any{"id": a.node, "props": map[string]any{"hash": lostHash, "readHash": nil}}))
	}
}

// rename gives an article the key that it was loaded under, unless another one has it by now.
func (a *storedArticle) rename(id string) fix {
	return func(w *writer) (bool, error) {
		there, err := w.run(forLabel(verifyExists, graph.ArticleLabel), map[string]any{"key": id})
		if err != nil || len(there) > 0 {
			return false, err
		}
		return change(fixNodeSet, map[string]any{"id": a.node, "props": map[string]any{"id": id}})(w)
	}
}

// Package source reads news articles: files, folders, globs and standard input to Articles, with title, publisher and
// date where the text gives them, and with marks over the parts that are not the article's running text.
package source

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"graphload/internal/news"
)

// DefaultMaxBytes is the size above which an article is refused where Options name no other: 10 MB.
const DefaultMaxBytes = 10_000_000

// Options say how to read.
type Options struct {
	Stdin    io.Reader         // what the path "-" stands for
	MaxBytes int64             // the largest article, in bytes of its file or of its text; DefaultMaxBytes where 0
	Format   string            // one of Formats, where the content is not to tell it; what is packed is unpacked first
	Fields   map[string]string // names of JSON fields by what they hold, where they are not called so; see ParseFields

	// AnyLanguage takes articles in other languages than English too. Without it each is told as an error.
	AnyLanguage bool

	// FilesFrom is a file with names of files and folders to read after the paths, one a line or with a zero byte
	// after each; "-" for standard input.
	FilesFrom string
}

// Item is what was found in one place: exactly one of Article, Record and Err is set.
type Item struct {
	Article *news.Article
	Record  *news.Record // where the input holds records in the form of news.Schema
	Err     *Error       // this article could not be read; the others go on

	// Warning says what had to be done to read the article, and is nil where nothing had. The article is good.
	Warning *Error
}

// article returns the article of an item, also of a record, and nil where there is none.
func (i *Item) article() *news.Article {
	switch {
	case i.Article != nil:
		return i.Article
	case i.Record != nil:
		return &i.Record.Article
	}
	return nil
}

// Error says why one article could not be read. Its text is one line.
type Error struct {
	Path string // as given, or the folder as given with the file's place in it; "-" for standard input
	Line int    // counted from 1; 0 where the whole file is meant
	Err  error
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s: %v", place(e.Path, e.Line), e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// place is the name under which a message speaks of a file or of a line of it.
func place(path string, line int) string {
	if path == stdinPath {
		path = "standard input"
	}
	if line > 0 {
		return fmt.Sprintf("%s:%d", path, line)
	}
	return path
}

const stdinPath = "-"

// Read returns what the paths hold, one item at a time, in the order of the paths, folders in the order of names.
//
// A path is a file, a folder (with all folders below it; hidden files, and files whose names do not end as those of
// articles do, are passed over), a pattern with *, ?, [], {} and **, or "-" for standard input. What a file holds is
// told by its content: text, Markdown, a web page, a feed, JSON Lines, a WARC archive, or a gzip, zstd or zip file of
// these. A file that is reached twice is read once.
//
// The sequence ends early when ctx is done; the caller asks ctx for the reason.
func Read(ctx context.Context, paths []string, opt Options) iter.Seq[Item] {
	if opt.MaxBytes <= 0 {
		opt.MaxBytes = DefaultMaxBytes
	}
	return func(yield func(Item) bool) {
		r := &reader{opt: opt, folders: map[string]bool{}}
		var articles register
		defer articles.close() // nobody needs it any more
		for o := range r.inOrder(ctx, func(ctx context.Context) { r.ctx = ctx; r.all(paths) }) {
			if a := o.item.Article; a != nil && a.Language != "" && a.Language != english && !opt.AnyLanguage {
				o = failed(o.path, o.line, notEnglish(a.Language))
			}
			if a := o.item.article(); a != nil {
				switch first, again, err := seen(&articles, a, o.path, o.line); {
				case err != nil:
					o = failed(o.path, o.line, err)
				case again:
					o = failed(o.path, o.line, sameArticle(first))
				}
			}
			if !yield(o.item) {
				return
			}
		}
	}
}

// reader is one run of Read. Its methods report false where the run is to end.
type reader struct {
	queues
	ctx       context.Context
	opt       Options
	files     register        // files read, by their real paths
	stdinRead bool            // as an article
	folders   map[string]bool // folders walked, by their real paths
	held      int             // files found so far that may hold articles
}

func (r *reader) all(paths []string) {
	defer r.files.close() // nobody needs it any more
	if _, known := forms[r.opt.Format]; r.opt.Format != "" && !known {
		r.fail(r.opt.Format, 0, fmt.Errorf("not a form of articles: expected %s", strings.Join(Formats(), ", ")))
		return
	}
	for _, path := range paths {
		if !r.path(path) {
			return
		}
	}
	if r.opt.FilesFrom != "" {
		r.listed(r.opt.FilesFrom)
	}
}

func (r *reader) fail(path string, line int, err error) bool {
	return r.now(r.ctx, failed(path, line, err))
}

// found is what a reader of a form knows of an article beside the article itself.
type found struct {
	externalID string
	line       int    // where it stands in its file, 0 where it is the whole of it
	body       int    // the byte offset at which its text begins, after the file's front matter
	warning    string // what had to be done to read it
}

// article hands out an article.
func (r *reader) article(a *news.Article, f found) bool {
	return r.later(r.ctx, a.Path, f.line, func() outcome { return complete(a, f) })
}

// complete adds to an article what its text tells: ID, language, marks, and what the text's head says.
func complete(a *news.Article, f found) outcome {
	a.ID = news.ArticleID(a.URL, a.Source, f.externalID, a.Text)
	a.Language = orElse(language(a.Text[f.body:]), a.Language)
	markText(a, f.body)
	a.Published = orElse(a.Published, urlDay(a.URL))
	item := Item{Article: a}
	if f.warning != "" {
		item.Warning = &Error{Path: a.Path, Line: f.line, Err: errors.New(f.warning)}
	}
	return outcome{item, a.Path, f.line}
}

// record hands out a record.
func (r *reader) record(path string, line int, data []byte) bool {
	return r.later(r.ctx, path, line, func() outcome {
		rec, err := news.DecodeRecord(data)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return failed(path, line, objectError(err, r.fieldName))
		}
		if err != nil {
			return failed(path, line, fmt.Errorf("not a record of %s: %w", news.Schema, err))
		}
		rec.Article.Path = orElse(rec.Article.Path, path)
		return outcome{Item{Record: rec}, path, line}
	})
}

// seen tells where an article stood before: one with its ID, or with its text whatever the white space. If there is none,
// it notes where this one stands.
func seen(known *register, a *news.Article, path string, line int) (first string, again bool, err error) {
	keys := []digest{digestOf("id", a.ID), digestOf("text", fold(a.Text))}
	first, again, err = known.find(keys...)
	if err == nil && !again {
		known.add(place(path, line), keys...)
	}
	return first, again, err
}

func sameArticle(first string) error {
	return fmt.Errorf("same article as %s: the first one counts, remove this one", first)
}

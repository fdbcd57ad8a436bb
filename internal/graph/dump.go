package graph

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Dump collects nodes and relationships with all properties, one a line, without what differs from run to run: when and
// by which load an article was written and as what it was read, and the ids that meetings had before, which tell of the
// way to the graph and not of what is in it. Two graphs are equal if their dumps are.
type Dump struct{ lines []string }

// Node adds a node. An error is of properties that JSON cannot hold.
func (d *Dump) Node(labels []string, props map[string]any) error {
	return d.add(fmt.Sprintf("(%v)", labels), props)
}

// Link adds a relationship. An error is of properties that JSON cannot hold.
func (d *Dump) Link(t LinkType, from, to Ref, props map[string]any) error {
	return d.add(fmt.Sprintf("(%s %s)-[%s]->(%s %s)", from.Label, from.Key, t, to.Label, to.Key), props)
}

func (d *Dump) add(what string, props map[string]any) error {
	kept := make(map[string]any, len(props))
	maps.Copy(kept, props)
	for _, name := range []string{"loadedAt", "batch", "readHash", "formerIds"} {
		delete(kept, name)
	}
	if kept["sketch"] != nil { // the bands are parts of it
		for i := range CopyBands {
			delete(kept, BandProperty(i))
		}
	}
	text, err := json.Marshal(kept)
	if err != nil {
		return fmt.Errorf("dump %s: %w", what, err)
	}
	d.lines = append(d.lines, oneLine.Replace(what)+" "+string(text))
	return nil
}

// oneLine keeps keys of odd records from breaking a line.
var oneLine = strings.NewReplacer("\n", `\n`, "\r", `\r`)

// Write writes the lines, sorted.
func (d *Dump) Write(out io.Writer) error {
	slices.Sort(d.lines)
	for _, line := range d.lines {
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	return nil
}

// Dump writes the graph in the form of [Dump].
func (g *Graph) Dump(out io.Writer) error {
	var d Dump
	for _, form := range NodeForms() {
		for n, err := range g.Nodes(form.Label) {
			if err != nil {
				return err
			}
			if err := d.Node([]string{string(n.Label)}, n.Props); err != nil {
				return err
			}
		}
	}
	for _, form := range LinkForms() {
		for l, err := range g.Links(form.Type) {
			if err != nil {
				return err
			}
			if err := d.Link(l.Type, l.From, l.To, l.Props); err != nil {
				return err
			}
		}
	}
	return d.Write(out)
}

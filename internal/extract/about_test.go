package extract

import (
	"strings"
	"testing"

	"graphload/internal/news"
)

// A statement is about those whom its content names or points to, the speaker apart, and about the meetings of which it tells.
func TestAbout(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a person and a country", "Norwegian Foreign Minister Ingrid Aasen said that Lars Solheim had left Kenya.", "country:KE person:lars-solheim"},
		{"a pronoun", "Mayor Lars Solheim came late. Norwegian Foreign Minister Ingrid Aasen said he was ill.", "person:lars-solheim"},
		{"an organization", "Norwegian Foreign Minister Ingrid Aasen said the Lantern Council was wrong.", "organization:lantern-council"},
		{"the speaker", "Norwegian Foreign Minister Ingrid Aasen said she was ill.", ""},
		{"a meeting told within", "Norwegian Foreign Minister Ingrid Aasen said that Kenyan President Moses Kariuki would meet Chilean President Rosa Almagro in Oslo on Monday.",
			"country:CL country:KE country:NO meeting:meeting/planned person:moses-kariuki person:rosa-almagro"},
		{"a meeting told before", "Norwegian Foreign Minister Ingrid Aasen met Kenyan President Moses Kariuki in Oslo on Monday. “The meeting was useful,” Aasen said.",
			"meeting:meeting/held"},
		{"a meeting told behind", "“It was late,” said Norwegian Foreign Minister Ingrid Aasen, who met Kenyan President Moses Kariuki in Oslo on Monday.", ""},
	} {
		r, err := New().Extract(t.Context(), article(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Statements) != 1 {
			t.Errorf("%s: %d statements, want one", c.name, len(r.Statements))
			continue
		}
		kinds := map[string]string{}
		for _, m := range r.Meetings {
			kinds[m.ID] = string(m.Kind) + "/" + string(m.Status)
		}
		var got []string
		for _, ref := range r.Statements[0].About {
			id := ref.ID
			if ref.Type == news.RefMeeting {
				id = kinds[id]
			}
			got = append(got, string(ref.Type)+":"+id)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: about %q, want %q", c.name, s, c.want)
		}
	}
}

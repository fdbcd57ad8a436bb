//go:build unix

package source

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadWithoutRights holds that a folder and a file without rights are told, and the rest is read. The superuser may
// read everything, so that he runs the test once more as nobody.
func TestReadWithoutRights(t *testing.T) {
	if os.Geteuid() == 0 {
		asNobody(t)
		return
	}
	dir := t.TempDir()
	closed := write(t, dir, "closed/a.txt", prose)
	file := write(t, dir, "file.txt", prose)
	write(t, dir, "open.txt", prose+" More.")
	for path, mode := range map[string]os.FileMode{filepath.Dir(closed): 0, file: 0} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(path, 0o755) })
	}
	want := []string{
		"error closed: no right to read it: change its permissions or run as its owner",
		"error file.txt: no right to read it: change its permissions or run as its owner",
		"article open: open.txt",
	}
	if diff := cmp.Diff(want, outline(t, dir, Options{}, dir)); diff != "" {
		t.Error(diff)
	}
}

// asNobody runs the test that calls it in a process without the superuser's rights.
func asNobody(t *testing.T) {
	t.Helper()
	const nobody = 65534
	// The test's own program lies in a folder that is closed to others.
	folder, err := os.MkdirTemp("", "nobody")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	program := filepath.Join(folder, "test")
	if err := copyProgram(program); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	temp := filepath.Join(folder, "temp")
	if err := os.Mkdir(temp, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(temp, nobody, nobody); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program, "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "TMPDIR="+temp)
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("as nobody: %v\n%s", err, out)
	}
	t.Logf("as nobody:\n%s", out)
}

func copyProgram(to string) error {
	own, err := os.Executable()
	if err != nil {
		return err
	}
	in, err := os.Open(own)
	if err != nil {
		return err
	}
	defer in.Close() // read only: nothing can be lost
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return err
	}
	return out.Close()
}

package server

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
)

// settings is what the server's folder remembers from one start to the next.
type settings struct {
	Engine   Engine `json:"engine,omitempty"` // empty until the first start
	Username string `json:"username"`
	Password string `json:"password"`
	BoltPort int    `json:"boltPort"` // 0: none chosen yet
	HTTPPort int    `json:"httpPort"`
}

const (
	host         = "127.0.0.1"
	username     = "neo4j" // the one user that a new Community server has
	databaseName = "neo4j" // the one database of a Community server
)

func newSettings() *settings {
	// 26 letters and digits, 130 random bits: nothing in it needs quoting in a shell or in Java's argument files.
	return &settings{Username: username, Password: rand.Text()}
}

func settingsPath(dir string) string { return filepath.Join(dir, "settings.json") }

// loadSettings gives nil without an error where there are none.
func loadSettings(dir string) (*settings, error) {
	data, err := os.ReadFile(settingsPath(dir))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the local database's settings: %w", err)
	}
	var set settings
	if err := json.Unmarshal(data, &set); err != nil {
		return nil, fmt.Errorf("%s is damaged (%w): put it right, or remove the folder to begin anew", settingsPath(dir), err)
	}
	return &set, nil
}

// save writes the settings at once or not at all, readable by the user alone.
func (set *settings) save(dir string) error {
	data, err := json.MarshalIndent(set, "", "  ")
	if err != nil {
		return err
	}
	if err := writeFile(settingsPath(dir), append(data, '\n')); err != nil {
		return fmt.Errorf("keep the local database's settings: %w", err)
	}
	return nil
}

func (set *settings) info() Info {
	return Info{
		URI:        "bolt://" + address(set.BoltPort),
		BrowserURL: "http://" + address(set.HTTPPort) + "/browser/",
		Username:   set.Username,
		Password:   set.Password,
		Database:   databaseName,
		Engine:     set.Engine,
	}
}

func address(port int) string { return net.JoinHostPort(host, strconv.Itoa(port)) }

// writeFile replaces a file in one step. os.CreateTemp makes it with mode 0600.
func writeFile(path string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	if err = errors.Join(err, tmp.Close()); err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return nil
}

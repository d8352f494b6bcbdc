//! The SQLite store keeps the promises of the trait, also on a full disk, a damaged file and after a kill.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use aura_core::ErrorCode;
use aura_core::store::{Artifact, Commit, ProjectId, Store, conformance};
use aura_store::SqliteStore;
use pollster::block_on;

const CHILD: &str = "AURA_STORE_TEST_CHILD";

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn commit(number: u64, bytes: usize) -> Commit {
    let body = vec![u8::try_from(number % 251).unwrap(); bytes];
    let artifact = Artifact::new("plan", Vec::new(), body);
    Commit {
        project: ProjectId::new("project_test").unwrap(),
        name: "Test".to_owned(),
        expected_revision: number,
        message: format!("change {number}"),
        at: String::new(),
        heads: BTreeMap::from([("plan".to_owned(), artifact.id.clone())]),
        artifacts: vec![artifact],
    }
}

#[test]
fn it_conforms() {
    let store = SqliteStore::open(folder("conforms").join("store.sqlite")).unwrap();
    block_on(conformance::check(&store)).unwrap();
}

#[test]
fn what_was_written_is_there_after_opening_again() {
    let path = folder("again").join("store.sqlite");
    block_on(SqliteStore::open(&path).unwrap().commit(&commit(0, 10))).unwrap();
    let store = SqliteStore::open(&path).unwrap();
    let project = block_on(store.project(&ProjectId::new("project_test").unwrap())).unwrap().unwrap();
    assert_eq!(project.revision.number, 1);
    let body = block_on(store.artifact(&project.revision.heads["plan"])).unwrap().unwrap().body;
    assert_eq!(body, vec![0; 10]);
}

#[test]
fn a_full_disk_is_said_and_changes_nothing() {
    let store = SqliteStore::open(folder("full").join("store.sqlite")).unwrap();
    block_on(store.commit(&commit(0, 1_000))).unwrap();
    store.limit_bytes(64 << 10).unwrap();
    let error = block_on(store.commit(&commit(1, 1 << 20))).unwrap_err();
    assert_eq!(error.code(), ErrorCode::UnavailableStore);
    assert!(error.message().contains("the disk is full"), "{error}");
    let project = block_on(store.project(&ProjectId::new("project_test").unwrap())).unwrap().unwrap();
    assert_eq!(project.revision.number, 1);
    block_on(store.commit(&commit(1, 100))).unwrap();
}

#[test]
fn a_file_that_is_no_store_is_refused() {
    let path = folder("damaged").join("store.sqlite");
    std::fs::write(&path, "this is not a database, but it is long enough to be read as one".repeat(50))
        .unwrap();
    let error = SqliteStore::open(&path).err().unwrap();
    assert_eq!(error.code(), ErrorCode::UnavailableStore);
    assert!(error.message().contains("damaged"), "{error}");
}

#[test]
fn a_store_of_a_newer_version_is_refused() {
    let path = folder("newer").join("store.sqlite");
    rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    assert_eq!(SqliteStore::open(&path).err().unwrap().code(), ErrorCode::InvalidSchemaVersion);
}

/// Not a test by itself: the process that [`a_killed_writer_leaves_whole_commits_only`] starts and kills.
#[test]
fn child_that_writes_until_it_is_killed() {
    let Ok(path) = std::env::var(CHILD) else { return };
    let store = SqliteStore::open(path).unwrap();
    for number in 0..100_000 {
        block_on(store.commit(&commit(number, 40_000))).unwrap();
        println!("wrote {number}");
    }
}

#[test]
fn a_killed_writer_leaves_whole_commits_only() {
    use std::io::BufRead;
    let path = folder("killed").join("store.sqlite");
    for after in [1_u64, 5, 12] {
        let _ = std::fs::remove_file(&path);
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child_that_writes_until_it_is_killed", "--nocapture"])
            .env(CHILD, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = std::io::BufReader::new(child.stdout.take().unwrap()).lines();
        let confirmed = lines.map_while(Result::ok).filter(|line| line.contains("wrote")).nth(after as usize);
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(confirmed.is_some(), "the writer never came so far");
        let store = SqliteStore::open(&path).unwrap();
        let project = block_on(store.project(&ProjectId::new("project_test").unwrap())).unwrap().unwrap();
        assert!(project.revision.number > after, "a confirmed commit was lost");
        for revision in block_on(store.history(&project.id, 1_000)).unwrap() {
            let artifact = block_on(store.artifact(&revision.heads["plan"])).unwrap();
            assert!(artifact.is_some(), "revision {} points to nothing", revision.number);
        }
        block_on(store.commit(&commit(project.revision.number, 10))).unwrap();
        for extra in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{extra}", path.display()));
        }
    }
}

//! Every format gives the same cells, and what cannot be read is an error that says what it is.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::Int8Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, DictionaryArray, Float32Array, Float64Array, Int16Array, Int64Array,
    ListArray, RecordBatch, RecordBatchIterator, StringArray, StringViewArray, TimestampMicrosecondArray,
    UInt64Array,
};
use aura_core::stats::columns::ColumnSource;
use aura_table::{ArrowTable, open};

fn batch() -> RecordBatch {
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("user", Arc::new(StringArray::from(vec!["u1", "u2", "u3"]))),
        ("arm", Arc::new(DictionaryArray::<Int8Type>::from_iter(["old", "new", "old"]))),
        ("city", Arc::new(StringViewArray::from(vec![Some("Oslo"), None, Some("a city with a long name")]))),
        ("revenue", Arc::new(Float64Array::from(vec![Some(1.5), None, Some(-2.0)]))),
        ("weight", Arc::new(Float32Array::from(vec![0.5, 0.25, 8.0]))),
        ("orders", Arc::new(Int16Array::from(vec![1, 0, 300]))),
        ("visits", Arc::new(Int64Array::from(vec![1, -5, 1_i64 << 60]))),
        ("key", Arc::new(UInt64Array::from(vec![1, 2, u64::MAX]))),
        ("paid", Arc::new(BooleanArray::from(vec![Some(true), Some(false), None]))),
        ("day", Arc::new(Date32Array::from(vec![0, 1, 20_000]))),
        ("time", Arc::new(TimestampMicrosecondArray::from(vec![1_500, 2_999, -1]))),
    ];
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, array)| (name, array, true)))
        .unwrap()
}

const CELLS: [[&str; 3]; 11] = [
    ["u1", "u2", "u3"],
    ["old", "new", "old"],
    ["Oslo", "-", "a city with a long name"],
    ["1.5", "-", "-2"],
    ["0.5", "0.25", "8"],
    ["1", "0", "300"],
    ["1", "-5", "1152921504606846976"],
    ["1", "2", "18446744073709551615"],
    ["true", "false", "-"],
    ["0", "86400000", "1728000000000"],
    ["1", "2", "-1"],
];

fn check(source: &dyn ColumnSource) {
    let names = source.names();
    let mut seen = vec![Vec::new(); names.len()];
    for part in 0..source.parts() {
        source
            .read(part, &names, &mut |batch| {
                for (column, seen) in batch.columns().iter().zip(&mut seen) {
                    for row in 0..batch.rows() {
                        seen.push(column.text(row).map_or("-".to_owned(), |text| text.into_owned()));
                    }
                }
                Ok(())
            })
            .unwrap();
    }
    assert_eq!(seen, CELLS);
    let missing = source.read(0, &["price".to_owned()], &mut |_| Ok(())).unwrap_err();
    assert!(missing.to_string().contains("no column `price`"), "{missing}");
}

fn place(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn arrow_is_read_from_memory_streams_and_files() {
    let batch = batch();
    check(&ArrowTable::new(batch.schema(), vec![batch.clone()]));
    let reader = RecordBatchIterator::new(vec![Ok(batch.slice(0, 1)), Ok(batch.slice(1, 2))], batch.schema());
    check(&ArrowTable::from_c_stream(FFI_ArrowArrayStream::new(Box::new(reader))).unwrap());
    let (file, stream) = (place("table.arrow"), place("table.arrows"));
    let mut writer =
        arrow_ipc::writer::FileWriter::try_new(File::create(&file).unwrap(), &batch.schema()).unwrap();
    writer.write(&batch).unwrap();
    writer.finish().unwrap();
    check(open(&file).unwrap().unwrap().as_ref());
    let mut writer =
        arrow_ipc::writer::StreamWriter::try_new(File::create(&stream).unwrap(), &batch.schema()).unwrap();
    writer.write(&batch).unwrap();
    writer.finish().unwrap();
    check(open(&stream).unwrap().unwrap().as_ref());
}

#[test]
fn parquet_is_read_by_row_group() {
    let (path, batch) = (place("table.parquet"), batch());
    let properties = parquet::file::properties::WriterProperties::builder()
        .set_max_row_group_row_count(Some(2))
        .set_compression(parquet::basic::Compression::SNAPPY)
        .build();
    let mut writer =
        parquet::arrow::ArrowWriter::try_new(File::create(&path).unwrap(), batch.schema(), Some(properties))
            .unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    let table = open(&path).unwrap().unwrap();
    assert_eq!(table.parts(), 2);
    check(table.as_ref());
}

#[test]
fn what_is_no_table_is_said() {
    let text = place("table.csv");
    std::fs::write(&text, "user,arm\n1,old\n").unwrap();
    assert!(open(&text).unwrap().is_none());
    assert!(open(&place("nothing.parquet")).is_err());
    let cut = place("cut.parquet");
    std::fs::write(&cut, "PAR1, and then something else").unwrap();
    assert!(open(&cut).is_err());
    let lists: ArrayRef =
        Arc::new(ListArray::from_iter_primitive::<arrow_array::types::Int32Type, _, _>(vec![Some(vec![
            Some(1),
        ])]));
    let batch = RecordBatch::try_from_iter([("list", lists)]).unwrap();
    let table = ArrowTable::new(batch.schema(), vec![batch]);
    let refused = table.read(0, &["list".to_owned()], &mut |_| Ok(())).unwrap_err();
    assert!(refused.to_string().contains("holds no single values"), "{refused}");
}

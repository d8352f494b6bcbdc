//! Arrow arrays as the columns that the core reads.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, ArrowPrimitiveType, Date32Type, Date64Type, Decimal128Type, Float32Type,
    Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type,
    UInt32Type, UInt64Type,
};
use arrow_array::{Array, downcast_dictionary_array};
use arrow_buffer::ArrowNativeType;
use arrow_schema::{DataType, TimeUnit};
use aura_core::stats::columns::{Column, Values};
use aura_core::{Error, ErrorCode, Result};

const DAY_MS: i64 = 86_400_000;

/// The column of an array; borrowed where the types agree.
pub(crate) fn column<'a>(name: &'a str, array: &'a dyn Array) -> Result<Column<'a>> {
    let values = match array.data_type() {
        DataType::Float64 => Values::Number(Cow::Borrowed(array.as_primitive::<Float64Type>().values())),
        DataType::Float32 => numbers::<Float32Type>(array, f64::from),
        DataType::Int64 => Values::Whole(Cow::Borrowed(array.as_primitive::<Int64Type>().values())),
        DataType::Int8 => wholes::<Int8Type>(array, i64::from),
        DataType::Int16 => wholes::<Int16Type>(array, i64::from),
        DataType::Int32 => wholes::<Int32Type>(array, i64::from),
        DataType::UInt8 => wholes::<UInt8Type>(array, i64::from),
        DataType::UInt16 => wholes::<UInt16Type>(array, i64::from),
        DataType::UInt32 => wholes::<UInt32Type>(array, i64::from),
        DataType::UInt64 => large(array),
        DataType::Decimal128(_, scale) => {
            let divisor = 10_f64.powi(i32::from(*scale));
            numbers::<Decimal128Type>(array, move |value| value as f64 / divisor)
        }
        DataType::Boolean => {
            let values = array.as_boolean().values();
            Values::Truth(Cow::Owned(values.iter().collect()))
        }
        DataType::Date32 => times::<Date32Type>(array, |day| i64::from(day) * DAY_MS),
        DataType::Date64 => times::<Date64Type>(array, |time| time),
        DataType::Timestamp(unit, _) => match unit {
            TimeUnit::Second => times::<TimestampSecondType>(array, |time| time.saturating_mul(1_000)),
            TimeUnit::Millisecond => times::<TimestampMillisecondType>(array, |time| time),
            TimeUnit::Microsecond => times::<TimestampMicrosecondType>(array, |time| time.div_euclid(1_000)),
            TimeUnit::Nanosecond => {
                times::<TimestampNanosecondType>(array, |time| time.div_euclid(1_000_000))
            }
        },
        DataType::Null => Values::Number(Cow::Owned(vec![0.0; array.len()])),
        DataType::Dictionary(_, _) => coded(name, array)?,
        _ => Values::Text(words(name, array)?),
    };
    let column = Column::new(name, values);
    let nulls = array.logical_nulls().filter(|nulls| nulls.null_count() > 0);
    Ok(match nulls {
        Some(nulls) => column.with_present(nulls.iter().collect::<Vec<bool>>()),
        None => column,
    })
}

fn numbers<T: ArrowPrimitiveType>(array: &dyn Array, read: impl Fn(T::Native) -> f64) -> Values<'_> {
    Values::Number(array.as_primitive::<T>().values().iter().map(|&value| read(value)).collect())
}

fn wholes<T: ArrowPrimitiveType>(array: &dyn Array, read: impl Fn(T::Native) -> i64) -> Values<'_> {
    Values::Whole(array.as_primitive::<T>().values().iter().map(|&value| read(value)).collect())
}

fn times<T: ArrowPrimitiveType>(array: &dyn Array, read: impl Fn(T::Native) -> i64) -> Values<'_> {
    Values::Time(array.as_primitive::<T>().values().iter().map(|&value| read(value)).collect())
}

/// Whole numbers without a sign: names of units may be above 2⁶³, and are words then.
fn large(array: &dyn Array) -> Values<'_> {
    let values = array.as_primitive::<UInt64Type>().values();
    let fitting: Option<Vec<i64>> = values.iter().map(|&value| i64::try_from(value).ok()).collect();
    match fitting {
        Some(values) => Values::Whole(Cow::Owned(values)),
        None => Values::Text(values.iter().map(|value| Cow::Owned(value.to_string())).collect()),
    }
}

fn words<'a>(name: &str, array: &'a dyn Array) -> Result<Vec<Cow<'a, str>>> {
    let lend = |word: Option<&'a str>| Cow::Borrowed(word.unwrap_or_default());
    match array.data_type() {
        DataType::Utf8 => Ok(array.as_string::<i32>().iter().map(lend).collect()),
        DataType::LargeUtf8 => Ok(array.as_string::<i64>().iter().map(lend).collect()),
        DataType::Utf8View => Ok(array.as_string_view().iter().map(lend).collect()),
        other => {
            let message = format!("column `{name}` is of type `{other}`, which holds no single values");
            Err(Error::new(ErrorCode::InvalidData, message)
                .with_hint("numbers, words, days and times can be read; convert the column"))
        }
    }
}

fn coded<'a>(name: &str, array: &'a dyn Array) -> Result<Values<'a>> {
    fn codes<K: ArrowDictionaryKeyType>(keys: &arrow_array::PrimitiveArray<K>) -> Cow<'_, [u32]> {
        // A key of a missing row may be anything.
        keys.values().iter().map(|key| u32::try_from(key.to_isize().unwrap_or(0)).unwrap_or(0)).collect()
    }
    let any = array;
    downcast_dictionary_array! {
        any => Ok(Values::Coded { codes: codes(any.keys()), words: words(name, any.values().as_ref())? }),
        _ => Ok(Values::Text(words(name, array)?))
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LowCodeErp.Core.Diagnostics;
using LowCodeErp.Core.Values;
using LowCodeErp.Runtime.Forms;

namespace LowCodeErp.Runtime.Records.Saving;

/// <summary>
/// The changes of a record as the history keeps them: <c>{"name":[null,"Acme"]}</c>, before and after, changed fields only.
/// A deleted record keeps its last values in the first place, a restored one has them in the second. Confirmed warnings stand beside the fields, in words, since their form may change.
/// </summary>
internal sealed class ChangeText : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;

    public ChangeText() => _writer = new(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public string Write(FormModel form, PendingRecord record)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        _writer.WriteStartObject();
        foreach (var field in form.Fields.Where(field => !field.IsInternal))
        {
            var before = record.IsRestored ? null : record.Stored?.Values[field.Ordinal];
            var after = record.IsDeleted ? null : record.Values[field.Ordinal];
            if (!Equals(before, after))
            {
                _writer.WriteStartArray(field.Key);
                WriteValue(before);
                WriteValue(after);
                _writer.WriteEndArray();
            }
        }

        if (record.Warnings.Count > 0)
        {
            WriteConfirmed(record.Warnings);
        }

        _writer.WriteEndObject();
        _writer.Flush();
        return Encoding.UTF8.GetString(_buffer.WrittenSpan);
    }

    /// <summary>All values of a stored record, as the history of a new one has them: what was there before is blank.</summary>
    public static string WriteWhole(FormModel form, StoredRecord stored)
    {
        using var text = new ChangeText();
        var record = new PendingRecord { Index = 0, Input = new() };
        record.Values = stored.Values;
        return text.Write(form, record);
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>What is written down here was confirmed: nothing else is stored.</summary>
    private void WriteConfirmed(IReadOnlyList<(string Name, Diagnostic Diagnostic)> warnings)
    {
        _writer.WriteStartObject(HistoryWrite.Confirmed);
        foreach (var (name, warning) in warnings)
        {
            _writer.WriteStartArray(name);
            _writer.WriteStringValue(warning.Message.Chinese);
            _writer.WriteStringValue(warning.Message.English);
            _writer.WriteEndArray();
        }

        _writer.WriteEndObject();
    }

    private void WriteItems(ValueList list)
    {
        _writer.WriteStartArray();
        foreach (var item in list.Items)
        {
            WriteValue(item);
        }

        _writer.WriteEndArray();
    }

    private void WriteValue(object? value)
    {
        switch (value)
        {
            case null: _writer.WriteNullValue(); break;
            case string text: _writer.WriteStringValue(text); break;
            case decimal number: _writer.WriteNumberValue(number); break;
            case long id: _writer.WriteNumberValue(id); break;
            case bool boolean: _writer.WriteBooleanValue(boolean); break;
            case DateOnly date: _writer.WriteStringValue(date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)); break;
            case DateTime time: _writer.WriteStringValue(time); break;
            case ValueList list: WriteItems(list); break;
            default: throw new ArgumentException($"A value of type {value.GetType()} has no place in the history.", nameof(value));
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Json;

/// <content>Single values.</content>
public ref partial struct ModelReader
{
    /// <summary>Reads a text.</summary>
    /// <returns>The text; null when the JSON value has another type.</returns>
    public string? Text()
    {
        if (_reader.TokenType is not JsonTokenType.String)
        {
            _reader.Skip();
            return null;
        }

        var text = Decode();
        Charge(24 + (2 * text.Length));
        return text;
    }

    /// <summary>Reads a text that many items of a page have in common.</summary>
    /// <returns>The text; null when the JSON value has another type.</returns>
    public string? Repeated()
    {
        if (_memory is null || _reader.TokenType is not JsonTokenType.String || _reader.ValueIsEscaped || _reader.HasValueSequence)
        {
            return Text();
        }

        return _memory.Text(_json, (int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length);
    }

    /// <summary>Reads a truth value.</summary>
    /// <returns>The value; null when the JSON value has another type.</returns>
    public bool? Bool()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            default:
                _reader.Skip();
                return null;
        }
    }

    /// <summary>Reads a whole number, also from a text.</summary>
    /// <returns>The number; null when the JSON value has another type or does not fit.</returns>
    public int? Whole() =>
        _reader.TokenType is JsonTokenType.Number && _reader.TryGetInt32(out var number) ? number : Number<int>();

    /// <summary>Reads a whole number, also from a text.</summary>
    /// <returns>The number; null when the JSON value has another type or does not fit.</returns>
    public long? LargeWhole() =>
        _reader.TokenType is JsonTokenType.Number && _reader.TryGetInt64(out var number) ? number : Number<long>();

    /// <summary>Reads a number, also from a text.</summary>
    /// <returns>The number; null when the JSON value has another type.</returns>
    public double? Number() => Number<double>();

    /// <summary>Reads a time.</summary>
    /// <returns>The time; null when it is none, or the first day of the calendar, which the service writes for "none".</returns>
    public DateTimeOffset? Time()
    {
        if (_reader.TokenType is not JsonTokenType.String)
        {
            _reader.Skip();
            return null;
        }

        return !_reader.HasValueSequence && !_reader.ValueIsEscaped && _reader.ValueSpan.EndsWith("Z"u8)
            && _reader.TryGetDateTimeOffset(out var time)
                ? WireDate.OrNone(time)
                : WireDate.Parse(Decode());
    }

    /// <summary>Reads an id of the form of a GUID.</summary>
    /// <returns>The id; null when the JSON value has another type.</returns>
    public Guid? UniqueId()
    {
        if (_reader.TokenType is JsonTokenType.String)
        {
            return Guid.TryParse(Decode(), out var id) ? id : null;
        }

        _reader.Skip();
        return null;
    }

    /// <summary>Reads a model of another assembly.</summary>
    /// <typeparam name="T">The type of the model.</typeparam>
    /// <returns>The model; null when the JSON value has another type.</returns>
    public T? Model<T>()
        where T : class, IReadableModel<T> => StartsObject() ? T.Read(ref this) : null;

    /// <summary>Reads an object that repeats on a page; equal objects are shared.</summary>
    /// <typeparam name="T">The type of the object, which cannot be changed.</typeparam>
    /// <param name="read">How it is read.</param>
    /// <returns>The object; null when the JSON value has another type.</returns>
    public T? Shared<T>(ModelRead<T> read)
        where T : class
    {
        if (!StartsObject())
        {
            return null;
        }

        if (_memory is not { IsUseless: false } memory)
        {
            return read(ref this);
        }

        var start = (int)_reader.TokenStartIndex;
        var beginning = _reader;
        _reader.Skip();
        var length = (int)_reader.BytesConsumed - start;
        if (memory.Find<T>(_json, start, length) is { } known)
        {
            return known;
        }

        _reader = beginning;
        var value = read(ref this);
        memory.Keep(_json, start, length, value);
        return value;
    }

    private T? Number<T>()
        where T : struct, INumber<T>
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Number:
                var number = _reader.HasValueSequence ? _reader.ValueSequence.ToArray() : _reader.ValueSpan;
                return T.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
            case JsonTokenType.String:
                return WireNumber.Parse<T>(Decode());
            default:
                _reader.Skip();
                return null;
        }
    }

    private readonly string Decode() =>
        JsonText.Decode(_reader.HasValueSequence ? _reader.ValueSequence.ToArray() : _reader.ValueSpan, _reader.ValueIsEscaped);
}

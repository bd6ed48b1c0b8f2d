using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OneDrive.Sdk.Json;

/// <content>JSON that is kept unchanged.</content>
public ref partial struct ModelReader
{
    /// <summary>What a JSON value takes that is kept as it came, apart from its text.</summary>
    private const int ElementCost = 300;

    /// <summary>Reads anything.</summary>
    /// <returns>The value; null when it is null.</returns>
    public JsonElement? Element() => _reader.TokenType is JsonTokenType.Null ? null : ReadElement();

    /// <summary>Reads an object with members of any name.</summary>
    /// <returns>The members; null when the JSON value is not an object.</returns>
    public IReadOnlyDictionary<string, JsonElement>? Elements()
    {
        if (!StartsObject())
        {
            return null;
        }

        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        while (NextMember())
        {
            // A column of a list may have any name; an error is an object.
            if (_reader.TokenType is JsonTokenType.StartObject)
            {
                NoteError();
            }

            members[Name] = ReadElement();
        }

        return members;
    }

    /// <summary>Keeps a member that the model does not know.</summary>
    /// <param name="others">Those that were kept before; null when there are none.</param>
    /// <returns>All of them.</returns>
    public IReadOnlyDictionary<string, JsonElement> Unknown(IReadOnlyDictionary<string, JsonElement>? others)
    {
        NoteError();
        var members = others as Dictionary<string, JsonElement> ?? new(StringComparer.Ordinal);
        members[Name] = ReadElement();
        return members;
    }

    /// <summary>Leaves out a member that the model does not know.</summary>
    internal void Other()
    {
        NoteError();
        Skip();
    }

    /// <summary>Reads an object by the metadata of System.Text.Json.</summary>
    /// <exception cref="JsonException">The object does not fit the type.</exception>
    internal T Value<T>(JsonTypeInfo<T> typeInfo)
    {
        var start = (int)_reader.TokenStartIndex;
        var beginning = _reader;
        if (_reader.CurrentDepth == 0)
        {
            var knowsErrors = typeInfo.Properties.Any(property => property.Name is "error" or "odata.error");
            while (NextMember())
            {
                if (!knowsErrors)
                    NoteError();
                Skip();
            }
        }
        else
        {
            Skip();
        }

        var json = _json[start..(int)_reader.BytesConsumed];
        Charge((int)Math.Min(ElementCost + (4L * json.Length), int.MaxValue));
        var text = JsonText.HasBadUnicode(json) ? CleanJson.Write(ref beginning).Span : json;

        // An answer that is an error need not fit the type.
        return HoldsError
            ? default!
            : JsonSerializer.Deserialize(text, typeInfo) ?? throw new JsonException($"The response is null as {typeof(T).Name}.");
    }

    /// <summary>Reads a value into bytes of its own.</summary>
    internal byte[] Raw()
    {
        var start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return _json[start..(int)_reader.BytesConsumed].ToArray();
    }

    /// <summary>Reads a time in the one form in which the library keeps times.</summary>
    internal DateTimeOffset? StoredTime()
    {
        if (_reader.TokenType is JsonTokenType.String)
        {
            return _reader.TryGetDateTimeOffset(out var time) ? time : null;
        }

        _reader.Skip();
        return null;
    }

    /// <summary>Reads a text, or a number or truth value as the text that it is.</summary>
    internal string? Scalar() => _reader.TokenType switch
    {
        JsonTokenType.Number => JsonText.Decode(_reader.ValueSpan, isEscaped: false),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => Text(),
    };

    private void NoteError() =>
        HoldsError |= Name is "error" or "odata.error" && _reader is { CurrentDepth: 1, TokenType: not JsonTokenType.Null };

    private JsonElement ReadElement()
    {
        var start = _reader.TokenStartIndex;
        var beginning = _reader;
        var element = JsonElement.ParseValue(ref _reader);
        Charge(ElementCost + (int)Math.Min(4 * (_reader.BytesConsumed - start), int.MaxValue - ElementCost));
        if (_foldsNames || !JsonText.HasBadUnicode(_json[(int)start..(int)_reader.BytesConsumed]))
        {
            return element;
        }

        _reader = beginning;
        using var cleaned = JsonDocument.Parse(CleanJson.Write(ref _reader), new JsonDocumentOptions { MaxDepth = MaximumDepth });
        return cleaned.RootElement.Clone();
    }
}

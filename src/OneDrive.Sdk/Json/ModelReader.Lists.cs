using System.Collections.ObjectModel;
using System.Text.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Json;

/// <content>Lists: entries of an unexpected type and null are omitted.</content>
public ref partial struct ModelReader
{
    private const int Reference = 8;

    /// <summary>Reads a list of objects.</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    /// <param name="read">How one of them is read.</param>
    /// <returns>The list; null when the JSON value has another type.</returns>
    public IReadOnlyList<T>? List<T>(ModelRead<T> read)
    {
        if (!StartsArray())
        {
            return null;
        }

        List<T>? list = null;
        while (NextEntry())
        {
            if (StartsObject())
            {
                if (list is { Count: 1 } && !_foldsNames)
                {
                    // One object alone repeats nothing; from the second on it is a page.
                    _memory ??= new PageMemory();
                }

                Charge(Reference);
                (list ??= []).Add(read(ref this));
            }
        }

        return (IReadOnlyList<T>?)list ?? ReadOnlyCollection<T>.Empty;
    }

    /// <summary>Reads a list of models of another assembly.</summary>
    /// <typeparam name="T">The type of the models.</typeparam>
    /// <returns>The list; null when the JSON value has another type.</returns>
    public IReadOnlyList<T>? Models<T>()
        where T : class, IReadableModel<T> => List<T>(T.Read);

    /// <summary>Reads a list of texts.</summary>
    /// <returns>The list; null when the JSON value has another type.</returns>
    public IReadOnlyList<string>? Texts()
    {
        if (!StartsArray())
        {
            return null;
        }

        List<string> list = [];
        while (NextEntry())
        {
            if (Text() is { } text)
            {
                Charge(Reference);
                list.Add(text);
            }
        }

        return list;
    }

    /// <summary>Reads a list of texts of a set that the service may extend.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <returns>The list; null when the JSON value has another type.</returns>
    public IReadOnlyList<T>? OpenValues<T>()
        where T : struct, IOpenValue<T>
    {
        if (!StartsArray())
        {
            return null;
        }

        List<T> list = [];
        while (NextEntry())
        {
            if (Repeated() is { } text)
            {
                Charge(Reference);
                list.Add(T.Create(text));
            }
        }

        return list;
    }

    /// <summary>Reads a list of anything.</summary>
    /// <returns>The list; null when the JSON value has another type.</returns>
    public IReadOnlyList<JsonElement>? ElementList()
    {
        if (!StartsArray())
        {
            return null;
        }

        List<JsonElement> list = [];
        while (NextEntry())
        {
            if (_reader.TokenType is not JsonTokenType.Null)
            {
                list.Add(ReadElement());
            }
        }

        return list;
    }

    private bool StartsArray()
    {
        if (_reader.TokenType is JsonTokenType.StartArray)
        {
            return true;
        }

        _reader.Skip();
        return false;
    }

    private bool NextEntry()
    {
        _reader.Read();
        return _reader.TokenType is not JsonTokenType.EndArray;
    }
}

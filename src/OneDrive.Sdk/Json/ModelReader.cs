using System.ComponentModel;
using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>
/// Reads models from JSON leniently: a value of an unexpected type is treated as absent, at every depth. Each method that reads a value
/// starts at its first token and ends at its last. It is used by the generated constructors of the models.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ModelReader
{
    /// <summary>Objects below this level are treated as absent, because each level of models uses stack space.</summary>
    private const int DeepestModel = 256;

    /// <summary>Deeper JSON is rejected as a whole.</summary>
    private const int MaximumDepth = 10_000;

    private readonly ReadOnlySpan<byte> _json;
    private readonly bool _foldsNames;
    private Utf8JsonReader _reader;
    private PageMemory? _memory;
    private long _budget;

    /// <summary>Reads a whole JSON text.</summary>
    internal ModelReader(ReadOnlySpan<byte> json)
    {
        _json = json;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaximumDepth });
        _budget = MemoryBudget.Of(json.Length);
    }

    /// <summary>Continues at the position of a System.Text.Json reader; names may begin with a capital letter there.</summary>
    internal ModelReader(Utf8JsonReader reader)
    {
        _reader = reader;
        _foldsNames = true;
        _budget = long.MaxValue;
    }

    /// <summary>Gets the name of the member whose value comes next.</summary>
    /// <value>Empty before the first member.</value>
    public string Name { get; private set; } = "";

    /// <summary>The reader where this one stands, to continue with.</summary>
    internal readonly Utf8JsonReader Position => _reader;

    /// <summary>The number of members of the outermost object.</summary>
    internal int MembersOfRoot { get; private set; }

    /// <summary>Whether the outermost object contains an error that is not a member of the model.</summary>
    internal bool HoldsError { get; private set; }

    /// <summary>The required member that the response does not contain; null if there is none.</summary>
    internal string? Missing { get; private set; }

    /// <summary>Moves to the value of the next member of an object.</summary>
    /// <returns>False at the end of the object.</returns>
    public bool NextMember()
    {
        _reader.Read();
        if (_reader.TokenType is JsonTokenType.EndObject)
        {
            return false;
        }

        if (_reader.CurrentDepth == 1)
        {
            MembersOfRoot++;
        }

        Name = _reader.HasValueSequence || _reader.ValueIsEscaped ? Decode() : MemberNames.Get(_reader.ValueSpan);
        if (_foldsNames && Name.Length > 0 && char.IsAsciiLetterUpper(Name[0]))
        {
            Name = char.ToLowerInvariant(Name[0]) + Name[1..];
        }

        _reader.Read();
        return true;
    }

    /// <summary>Leaves a value out.</summary>
    public void Skip() => _reader.Skip();

    /// <summary>Whether an object begins here; anything else is left out.</summary>
    /// <returns>True at the beginning of an object.</returns>
    public bool StartsObject()
    {
        if (_reader.TokenType is JsonTokenType.StartObject && _reader.CurrentDepth < DeepestModel)
        {
            return true;
        }

        _reader.Skip();
        return false;
    }

    /// <summary>Counts memory that a value takes.</summary>
    /// <param name="bytes">About how many bytes.</param>
    /// <exception cref="JsonException">The response takes too much memory for its length.</exception>
    public void Charge(int bytes)
    {
        if ((_budget -= bytes) < 0)
        {
            throw MemoryBudget.Exceeded(_json.Length);
        }
    }

    /// <summary>Moves to the first token of the text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    internal void Begin() => _reader.Read();

    /// <summary>Makes sure that nothing follows the value.</summary>
    /// <exception cref="JsonException">Something follows it.</exception>
    internal void End()
    {
        while (_reader.Read())
        {
            // Only white space is allowed here; the reader rejects the rest.
        }
    }

    /// <summary>Records that a required member is missing, so that the response is not the expected one.</summary>
    internal void Require(string name, bool isThere) => Missing = isThere ? Missing : name;
}

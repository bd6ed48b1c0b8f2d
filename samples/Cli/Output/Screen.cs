using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace OneDrive.Sdk.Cli;

/// <summary>
/// The two outputs: results go to the standard output, everything else to the standard error. Tables and colours appear on terminals only;
/// elsewhere a row is a line with tabs.
/// </summary>
internal sealed class Screen
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly bool _isQuiet;
    private readonly IAnsiConsole _console;
    private readonly IAnsiConsole _side;

    internal Screen(TextWriter output, TextWriter error, bool isJson, bool isQuiet, bool hasNoColor)
    {
        (_output, _error, IsJson, _isQuiet) = (output, error, isJson, isQuiet);
        IsTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        HasSideTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        _console = Open(output, IsTerminal, hasNoColor);
        _side = Open(error, HasSideTerminal, hasNoColor);
    }

    internal bool IsJson { get; }

    internal bool IsTerminal { get; }

    internal bool HasSideTerminal { get; }

    internal bool ShowsProgress => HasSideTerminal && !IsJson && !_isQuiet;

    internal IAnsiConsole Side => _side;

    internal static bool IsClosedPipe(IOException exception) =>
        exception.Message.Contains("Broken pipe", StringComparison.OrdinalIgnoreCase)
        || exception.HResult == unchecked((int)0x8007006D);

    /// <summary>Writes a table; nothing for JSON.</summary>
    internal void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        if (!IsTerminal)
        {
            foreach (var row in rows)
                _output.WriteLine(string.Join('\t', row.Select(cell => SafeText.Of(cell.Text))));
            return;
        }

        var table = new Table().NoBorder();
        var isFirst = true;
        foreach (var row in rows)
        {
            if (isFirst)
            {
                for (var index = 0; index < headers.Count; index++)
                {
                    var column = new TableColumn(new Text(headers[index], new Style(decoration: Decoration.Dim)));
                    table.AddColumn(row[index].IsNumber ? column.RightAligned().NoWrap() : column);
                }
            }

            isFirst = false;
            table.AddRow(row.Select(cell => new Text(SafeText.Of(cell.Text), cell.Style ?? Style.Plain)));
        }

        if (!isFirst)
            _console.Write(table);
    }

    /// <summary>Writes a line of the result.</summary>
    internal void Line(string text, Style? style = null)
    {
        if (IsTerminal)
            _console.WriteLine(text, style ?? Style.Plain);
        else
            _output.WriteLine(text);
    }

    /// <summary>Writes what was done, which a script does not need; nothing for JSON or when it is quiet.</summary>
    internal void Note(string text, Style? style = null)
    {
        if (IsJson || _isQuiet)
            return;
        if (HasSideTerminal)
            _side.WriteLine(SafeText.Of(text), style ?? Style.Plain);
        else
            _error.WriteLine(SafeText.Of(text));
    }

    internal void Warn(string text) => WriteSide(text, "yellow");

    internal void Error(string message, string? hint)
    {
        WriteSide($"{CommandLine.Name}: {message}", "red");
        if (hint is not null)
            WriteSide($"  {hint}", "");
    }

    internal void Json(JsonNode node) => _output.WriteLine(Text(node, IsTerminal));

    /// <summary>One line of a stream of JSON.</summary>
    internal void JsonLine(JsonNode node)
    {
        _output.WriteLine(Text(node, isIndented: false));
        _output.Flush();
    }

    internal void ErrorJson(JsonNode node) => _error.WriteLine(Text(node, isIndented: false));

    internal async Task JsonArrayAsync(IAsyncEnumerable<JsonObject> items)
    {
        await _output.WriteAsync('[');
        var isFirst = true;
        await foreach (var item in items)
        {
            await _output.WriteAsync(isFirst ? "\n" : ",\n");
            await _output.WriteAsync(Text(item, isIndented: false));
            isFirst = false;
        }

        await _output.WriteLineAsync(isFirst ? "]" : "\n]");
    }

    private static IAnsiConsole Open(TextWriter writer, bool isTerminal, bool hasNoColor)
    {
        var hasColor = isTerminal && !hasNoColor && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
    }

    private static string Text(JsonNode node, bool isIndented)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, isIndented ? Indented : Compact))
            node.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void WriteSide(string text, string style)
    {
        if (HasSideTerminal)
            _side.WriteLine(SafeText.Of(text), style.Length == 0 ? Style.Plain : Style.Parse(style));
        else
            _error.WriteLine(SafeText.Of(text));
    }
}

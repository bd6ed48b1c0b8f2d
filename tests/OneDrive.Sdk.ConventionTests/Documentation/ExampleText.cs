using System.Net;

namespace OneDrive.Sdk.ConventionTests.Documentation;

/// <summary>The code in the XML comments of a source file as a document: each line of <c>&lt;code&gt;</c> is one of a block.</summary>
internal static class ExampleText
{
    internal static string Of(string source)
    {
        var isCode = false;
        return string.Join('\n', source.ReplaceLineEndings("\n").Split('\n').Select(line =>
        {
            var text = line.TrimStart();
            if (text is "/// <code>" or "/// </code>")
            {
                isCode = text is "/// <code>";
                return isCode ? "```csharp" : "```";
            }

            return isCode ? WebUtility.HtmlDecode(text.StartsWith("/// ", StringComparison.Ordinal) ? text[4..] : "") : "";
        }));
    }
}

using Spectre.Console;

namespace OneDrive.Sdk.Cli;

/// <summary>A cell of a table.</summary>
internal sealed record Cell(string? Text, bool IsNumber = false, Style? Style = null)
{
    public static implicit operator Cell(string? text) => new(text);

    internal static Cell Number(string text) => new(text, IsNumber: true);
}

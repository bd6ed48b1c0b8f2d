using Microsoft.CodeAnalysis;

namespace OneDrive.Sdk.Generator;

/// <summary>What the generator rejects.</summary>
internal static class Rules
{
    internal static readonly DiagnosticDescriptor UnknownType = New(
        "ODSG001",
        "The type of a member cannot be read or written",
        "The type {1} of {0} cannot be read from JSON or written to JSON; mark it with [JsonModel], or add support for the type to the "
        + "generator");

    internal static readonly DiagnosticDescriptor UnclearName = New(
        "ODSG002",
        "A member requires a JSON property name",
        "{0} begins with several capital letters, which naming policies convert differently; add [JsonPropertyName]");

    internal static readonly DiagnosticDescriptor NotPartial = New(
        "ODSG003", "A model must be a partial class", "{0} is marked as a model; make it a partial class");

    private static DiagnosticDescriptor New(string id, string title, string message) =>
        new(id, title, message, Marks.Namespace, DiagnosticSeverity.Error, isEnabledByDefault: true);
}

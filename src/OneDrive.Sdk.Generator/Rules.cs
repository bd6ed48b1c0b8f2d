using Microsoft.CodeAnalysis;

namespace OneDrive.Sdk.Generator;

/// <summary>What the generator refuses.</summary>
internal static class Rules
{
    internal static readonly DiagnosticDescriptor UnknownType = New(
        "ODSG001",
        "The type of a member cannot be read or written",
        "The type {1} of {0} cannot be read from JSON or written to it; mark it with [JsonModel], or teach the generator the type");

    internal static readonly DiagnosticDescriptor UnclearName = New(
        "ODSG002",
        "A member needs its name on the wire",
        "{0} begins with several capital letters, which naming policies treat differently; give it [JsonPropertyName]");

    internal static readonly DiagnosticDescriptor NotPartial = New(
        "ODSG003", "A model is not a partial class", "{0} is marked as a model; make it a partial class");

    private static DiagnosticDescriptor New(string id, string title, string message) =>
        new(id, title, message, Marks.Namespace, DiagnosticSeverity.Error, isEnabledByDefault: true);
}

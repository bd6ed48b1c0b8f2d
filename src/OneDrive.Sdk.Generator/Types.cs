using Microsoft.CodeAnalysis;

namespace OneDrive.Sdk.Generator;

/// <summary>What kind of type a member has.</summary>
internal static class Types
{
    internal static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.MinimallyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    internal static bool IsNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    internal static ITypeSymbol WithoutNull(ITypeSymbol type) => IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    internal static ITypeSymbol? ListItem(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments.Length: 1 } list ? list.TypeArguments[0] : null;

    internal static bool IsElementMap(ITypeSymbol type) => IsMap(type, "JsonElement");

    internal static bool IsTextMap(ITypeSymbol type) => IsMap(type, "String");

    /// <summary>A text of a set that the service may extend: <c>readonly record struct X(string Value)</c>.</summary>
    internal static bool IsOpenValue(ITypeSymbol type) =>
        type is { IsValueType: true, TypeKind: TypeKind.Struct } && type.AllInterfaces.Any(face => face.Name == "IOpenValue");

    /// <summary>A class with one of the marks, or one of another assembly that had it: the marks are not kept.</summary>
    internal static bool IsModel(ITypeSymbol type) =>
        type is { TypeKind: TypeKind.Class }
        && (IsForeignModel(type) || type.GetAttributes().Any(
            attribute => attribute.AttributeClass?.ToDisplayString() is Marks.Model or Marks.Request));

    internal static bool IsForeignModel(ITypeSymbol type) => type.AllInterfaces.Any(face => face.Name == "IReadableModel");

    private static bool IsMap(ITypeSymbol type, string value) =>
        type is INamedTypeSymbol { Name: "IReadOnlyDictionary", TypeArguments.Length: 2 } map && map.TypeArguments[1].Name == value;
}

using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;

namespace OneDrive.Sdk.PublicDocumentation;

/// <summary>
/// Names as the compiler writes them into XML documentation, see
/// <see href="https://learn.microsoft.com/dotnet/csharp/language-reference/xmldoc/#id-strings"/>.
/// </summary>
internal sealed class DocumentationNames : ISignatureTypeProvider<string, object?>
{
    private static readonly DocumentationNames Instance = new();

    internal static string OfDefinition(MetadataReader metadata, TypeDefinition type)
    {
        var name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
        {
            return $"{OfDefinition(metadata, metadata.GetTypeDefinition(type.GetDeclaringType()))}.{name}";
        }

        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }

    internal static string OfMethod(MetadataReader metadata, MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        var signature = method.DecodeSignature(Instance, null);
        var name = metadata.GetString(method.Name);
        var arity = signature.GenericParameterCount == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"``{signature.GenericParameterCount}");
        var result = name is "op_Implicit" or "op_Explicit" ? $"~{signature.ReturnType}" : "";
        return $"{name.Replace('.', '#')}{arity}{Parameters(signature.ParameterTypes)}{result}";
    }

    internal static string OfProperty(MetadataReader metadata, PropertyDefinitionHandle handle)
    {
        var property = metadata.GetPropertyDefinition(handle);
        return metadata.GetString(property.Name).Replace('.', '#') + Parameters(property.DecodeSignature(Instance, null).ParameterTypes);
    }

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode == PrimitiveTypeCode.Void ? "System.Void" : $"System.{typeCode}";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        OfDefinition(reader, reader.GetTypeDefinition(handle));

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            return $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, rawTypeKind)}.{name}";
        }

        return type.Namespace.IsNil ? name : $"{reader.GetString(type.Namespace)}.{name}";
    }

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    /// <summary>The arguments stand where the arity stood: <c>Outer`1.Inner`2</c> is <c>Outer{A}.Inner{B,C}</c>.</summary>
    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments)
    {
        var used = 0;
        return string.Join('.', genericType.Split('.').Select(part =>
        {
            var tick = part.IndexOf('`', StringComparison.Ordinal);
            if (tick < 0)
            {
                return part;
            }

            var count = int.Parse(part.AsSpan(tick + 1), NumberStyles.None, CultureInfo.InvariantCulture);
            var arguments = string.Join(',', typeArguments.Skip(used).Take(count));
            used += count;
            return $"{part[..tick]}{{{arguments}}}";
        }));
    }

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetArrayType(string elementType, ArrayShape shape) =>
        $"{elementType}[{string.Join(',', Enumerable.Repeat("0:", shape.Rank))}]";

    public string GetByReferenceType(string elementType) => $"{elementType}@";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetGenericTypeParameter(object? genericContext, int index) => string.Create(CultureInfo.InvariantCulture, $"`{index}");

    public string GetGenericMethodParameter(object? genericContext, int index) => string.Create(CultureInfo.InvariantCulture, $"``{index}");

    public string GetFunctionPointerType(MethodSignature<string> signature) => "=FUNC:";

    private static string Parameters(ImmutableArray<string> types) => types.IsEmpty ? "" : $"({string.Join(',', types)})";
}

using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace OneDrive.Sdk.PublicDocumentation;

/// <summary>The documentation ids (<c>M:Namespace.Type.Member(Parameters)</c>) of everything that users of an assembly can see.</summary>
internal static class VisibleMembers
{
    internal static HashSet<string> Of(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Where(type => IsVisible(metadata, type)))
        {
            AddMembers(metadata, type, ids);
        }

        return ids;
    }

    private static void AddMembers(MetadataReader metadata, TypeDefinition type, HashSet<string> ids)
    {
        var name = DocumentationNames.OfDefinition(metadata, type);
        ids.Add($"T:{name}");
        ids.UnionWith(
            from handle in type.GetFields()
            let field = metadata.GetFieldDefinition(handle)
            where (field.Attributes & FieldAttributes.FieldAccessMask)
                is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem
            select $"F:{name}.{metadata.GetString(field.Name)}");
        ids.UnionWith(
            from handle in type.GetMethods()
            where IsVisible(metadata, handle)
            select $"M:{name}.{DocumentationNames.OfMethod(metadata, handle)}");
        ids.UnionWith(
            from handle in type.GetProperties()
            let accessors = metadata.GetPropertyDefinition(handle).GetAccessors()
            where IsVisible(metadata, accessors.Getter) || IsVisible(metadata, accessors.Setter)
            select $"P:{name}.{DocumentationNames.OfProperty(metadata, handle)}");
        ids.UnionWith(
            from handle in type.GetEvents()
            let definition = metadata.GetEventDefinition(handle)
            where IsVisible(metadata, definition.GetAccessors().Adder)
            select $"E:{name}.{metadata.GetString(definition.Name)}");
    }

    private static bool IsVisible(MetadataReader metadata, TypeDefinition type) =>
        (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
                IsVisible(metadata, metadata.GetTypeDefinition(type.GetDeclaringType())),
            _ => false,
        };

    private static bool IsVisible(MetadataReader metadata, MethodDefinitionHandle handle) =>
        !handle.IsNil
        && (metadata.GetMethodDefinition(handle).Attributes & MethodAttributes.MemberAccessMask)
            is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}

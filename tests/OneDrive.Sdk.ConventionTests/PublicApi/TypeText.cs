using System.Reflection;

namespace OneDrive.Sdk.ConventionTests.PublicApi;

/// <summary>Writes types as C# does, with their nullability.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    internal static string Of(ParameterInfo parameter) => Of(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    internal static string Of(PropertyInfo property) => Of(property.PropertyType, new NullabilityInfoContext().Create(property));

    internal static string Of(FieldInfo field) => Of(field.FieldType, new NullabilityInfoContext().Create(field));

    /// <summary>A type where nullability plays no part, such as a base type.</summary>
    internal static string Of(Type type) => Of(type, nullability: null);

    /// <summary>The name with its type parameters: <c>Paged&lt;T&gt;</c>; nested types with the names of the outer ones.</summary>
    internal static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        var arguments = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(Of).ToList();
        var text = arguments.Count == 0 ? name : $"{name}<{string.Join(", ", arguments)}>";
        return type.DeclaringType is { } outer && !type.IsGenericParameter ? $"{NameOf(outer)}.{text}" : text;
    }

    /// <summary>The where clauses of type parameters, empty when there are none.</summary>
    internal static string Constraints(IEnumerable<Type> parameters) => string.Concat(
        from parameter in parameters
        let constraints = ConstraintsOf(parameter).ToList()
        where constraints.Count > 0
        select $" where {parameter.Name} : {string.Join(", ", constraints)}");

    private static IEnumerable<string> ConstraintsOf(Type parameter)
    {
        var isStruct = parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        return
        [
            .. parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)
                ? ["class"]
                : Array.Empty<string>(),
            .. isStruct ? ["struct"] : Array.Empty<string>(),
            .. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(Of),
            .. !isStruct && parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)
                ? ["new()"]
                : Array.Empty<string>(),
        ];
    }

    private static string Of(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Of(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Of(underlying)}?";
        }

        return Name(type, nullability) + (TellsNullability(type) && State(nullability) == NullabilityState.Nullable ? "?" : "");
    }

    /// <summary>For a type parameter without constraint <c>T</c> and <c>T?</c> cannot be told apart.</summary>
    private static bool TellsNullability(Type type) => type.IsGenericParameter
        ? type.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)
        : !type.IsValueType;

    private static string Name(Type type, NullabilityInfo? nullability)
    {
        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!, nullability?.ElementType)}[]";
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (!type.IsConstructedGenericType || type.IsNested)
        {
            return NameOf(type);
        }

        var arguments = type.GetGenericArguments()
            .Select((argument, index) => Of(argument, nullability?.GenericTypeArguments.ElementAtOrDefault(index)));
        return $"{type.Name.Split('`')[0]}<{string.Join(", ", arguments)}>";
    }

    /// <summary>What is only written, such as a parameter, has a state for writing; everything else one for reading.</summary>
    private static NullabilityState? State(NullabilityInfo? nullability) =>
        nullability?.ReadState is null or NullabilityState.Unknown ? nullability?.WriteState : nullability.ReadState;
}

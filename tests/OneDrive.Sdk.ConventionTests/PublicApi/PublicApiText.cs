using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace OneDrive.Sdk.ConventionTests.PublicApi;

/// <summary>Writes everything another assembly can see of an assembly, in an order that does not depend on the compiler.</summary>
internal static class PublicApiText
{
    internal static string Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    internal static string Of(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (
            var group in types.GroupBy(type => type.Namespace, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(group.Key).Append('\n');
            foreach (var type in group.OrderBy(TypeText.NameOf, StringComparer.Ordinal))
            {
                text.Append('\n').Append(Header(type)).Append('\n');
                text.AppendJoin("", Members(type).Select(member => $"    {member}\n"));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type) => IsDelegate(type) ? [] : MemberText.Of(type);

    private static bool IsDelegate(Type type) => type.BaseType == typeof(MulticastDelegate);

    private static string Header(Type type)
    {
        if (IsDelegate(type))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"delegate {TypeText.Of(invoke.ReturnParameter)} {TypeText.NameOf(type)}({MemberText.Parameters(invoke)})";
        }

        var bases = Bases(type).Select(TypeText.Of).Order(StringComparer.Ordinal).ToList();
        var inheritance = bases.Count == 0 ? "" : $" : {string.Join(", ", bases)}";
        return $"{Kind(type)} {TypeText.NameOf(type)}{inheritance}{TypeText.Constraints(type.GetGenericArguments().Where(OwnParameter))}";

        bool OwnParameter(Type parameter) => parameter.IsGenericParameter && parameter.DeclaringType == type;
    }

    private static string Kind(Type type)
    {
        var isRecord = type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Instance) is not null;
        return type switch
        {
            { IsEnum: true } => type.IsDefined(typeof(FlagsAttribute)) ? "[Flags] enum" : "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } =>
                (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (isRecord ? "record struct" : "struct"),
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => isRecord ? "abstract record" : "abstract class",
            { IsSealed: true } => isRecord ? "sealed record" : "sealed class",
            _ => isRecord ? "record" : "class",
        };
    }

    /// <summary>The base class and the interfaces that neither it nor another interface brings already.</summary>
    private static IEnumerable<Type> Bases(Type type)
    {
        if (type.IsEnum)
        {
            return [];
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var implied = type.GetInterfaces().SelectMany(face => face.GetInterfaces());
        var faces = type.GetInterfaces().Except(inherited).Except(implied).Where(face => face.IsVisible);
        return type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? faces.Prepend(parent) : faces;
    }
}

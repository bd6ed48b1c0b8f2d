using System.Reflection;

namespace OneDrive.Sdk.ConventionTests.Assemblies;

/// <summary>
/// Whatever is awaited is named <c>…Async</c>; in public, its last parameter is the cancellation token, and on a client it has a default.
/// The methods of a delegate are not looked at: the compiler names them.
/// </summary>
internal static class AsyncSignatureRule
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Type[] Awaited = [typeof(Task<>), typeof(ValueTask<>), typeof(IAsyncEnumerable<>)];

    internal static IEnumerable<string> Check(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return [];
        }

        var external = ExternalMethods(type);
        return type.GetMethods(Declared)
            .Where(method => !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal) && !external.Contains(method))
            .Where(method => method.GetBaseDefinition().DeclaringType!.Assembly == type.Assembly)
            .SelectMany(method => Check(type, method).Select(message => $"{Shipped.NameOf(type)}.{method.Name} {message}"));
    }

    private static IEnumerable<string> Check(Type type, MethodInfo method)
    {
        var isNamedAsync = method.Name.EndsWith("Async", StringComparison.Ordinal);
        if (IsAwaited(method.ReturnType) && !isNamedAsync)
        {
            yield return "is awaited but not named Async";
        }

        if (isNamedAsync && !IsAwaited(method.ReturnType) && !IsPaged(method.ReturnType))
        {
            yield return $"is named Async but returns {method.ReturnType.Name}";
        }

        var isVisible = type.IsVisible && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);
        if (!isVisible || !IsAwaited(method.ReturnType) || IsLifetime(type, method))
        {
            yield break;
        }

        var last = method.GetParameters().LastOrDefault();
        if (last?.ParameterType != typeof(CancellationToken))
        {
            yield return "has no cancellation token at the end";
        }
        else if (!last.HasDefaultValue && type.Name.EndsWith("Client", StringComparison.Ordinal))
        {
            yield return "has a cancellation token without a default";
        }
    }

    private static bool IsAwaited(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask) || (type.IsGenericType && Awaited.Contains(type.GetGenericTypeDefinition()));

    /// <summary>A list that is read page by page takes its token where it is enumerated.</summary>
    private static bool IsPaged(Type type) =>
        type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));

    /// <summary>Methods whose shape a test framework decides, which the library does not know.</summary>
    private static bool IsLifetime(Type type, MethodInfo method) =>
        type.Name.Contains("Fixture", StringComparison.Ordinal)
        && method.Name is "InitializeAsync" or "DisposeAsync"
        && method.GetParameters().Length == 0;

    /// <summary>Methods whose shape another assembly's interface decides, such as DisposeAsync.</summary>
    private static HashSet<MethodInfo> ExternalMethods(Type type) => type.IsInterface
        ? []
        :
        [
            .. type.GetInterfaces()
                .Where(face => face.Assembly != type.Assembly)
                .SelectMany(face => type.GetInterfaceMap(face).TargetMethods),
        ];
}

using System.Collections;

namespace OneDrive.Sdk.ScenarioTests.DistributedCache;

/// <summary>All that an object holds, as text; a property that is added tomorrow is compared tomorrow.</summary>
internal static class Properties
{
    internal static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        DateTimeOffset time => time.ToString("O"),
        IEnumerable list => string.Join(", ", list.Cast<object?>().Select(Of)),
        _ when value.GetType().Namespace!.StartsWith("OneDrive", StringComparison.Ordinal) && !value.GetType().IsEnum =>
            string.Join("\n", value.GetType().GetProperties().Select(property => $"{property.Name} = {Of(property.GetValue(value))}")),
        _ => value.ToString()!,
    };

    /// <summary>The properties that hold nothing, and so prove nothing when they are compared.</summary>
    internal static IEnumerable<string> Empty(object value) =>
        from property in value.GetType().GetProperties()
        let held = property.GetValue(value)
        where held is null || held.Equals(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : "")
        select property.Name;
}

using System.Reflection;
using System.Text;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Tests.Support.Json;

/// <summary>Reads pages of any model as the library does.</summary>
internal static class PageText
{
    private static readonly MethodInfo Generic =
        typeof(PageText).GetMethod(nameof(ReadPage), BindingFlags.Static | BindingFlags.NonPublic)!;

    internal static (int Count, string? Next, string? Delta) Read(string json, Type model) =>
        ((int, string?, string?))Generic.MakeGenericMethod(model).Invoke(null, [json])!;

    private static (int Count, string? Next, string? Delta) ReadPage<T>(string json)
        where T : class, IReadableModel<T>
    {
        var page = AnswerReader.Read(Encoding.UTF8.GetBytes(json), Pages.Of(T.Read));
        return (page.Value.Count, page.NextLink, page.DeltaLink);
    }
}

using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Layers;

/// <summary>No file names a type, or uses a namespace, of a higher layer; Http knows Authentication by its interface only.</summary>
internal static class LayerRule
{
    /// <summary>The interface and the two values in its signature.</summary>
    private static readonly string[] KnownToHttp = ["IAccessTokenProvider", "AccessToken", "AccessTokenRequest"];

    internal static IEnumerable<Violation> Check(IReadOnlyList<SourceFile> files)
    {
        var layers = files
            .GroupBy(file => file.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(LayerMap.Of), StringComparer.Ordinal);
        var signIn = files
            .Where(file => LayerMap.FolderOf(file) == "Authentication")
            .Select(file => file.Name)
            .Except(KnownToHttp, StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);

        var folders = files
            .GroupBy(LayerMap.FolderOf, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Min(LayerMap.Of), StringComparer.Ordinal);

        return files.SelectMany(file => Check(file, layers, signIn).Concat(Namespaces(file, folders)));
    }

    private static IEnumerable<Violation> Check(SourceFile file, Dictionary<string, Layer?> layers, HashSet<string> signIn)
    {
        if (LayerMap.Of(file) is not { } own)
        {
            return [file.At(1, $"the folder {LayerMap.FolderOf(file)} has no layer; give it one in {nameof(LayerMap)}")];
        }

        var isHttp = LayerMap.FolderOf(file) == "Http";
        var types = TypeNames.In(file).Where(token => token.Text != file.Name).ToList();
        var names = types
            .Where(token => layers.TryGetValue(token.Text, out var layer) && layer > own)
            .Select(token => file.At(token.Line, $"{file.Name} ({own}) names {token.Text} ({layers[token.Text]})"));
        var implementations = types
            .Where(token => isHttp && signIn.Contains(token.Text))
            .Select(token => file.At(token.Line, $"{file.Name} (Http) names {token.Text}; it knows Authentication by interface only"));

        return names.Concat(implementations);
    }

    /// <summary>Extension methods are used without a type's name, but not without the namespace.</summary>
    private static IEnumerable<Violation> Namespaces(SourceFile file, Dictionary<string, Layer?> folders)
    {
        var own = LayerMap.Of(file);
        for (var i = 0; i + 4 < file.Code.Count; i++)
        {
            var folder = file.Code[i + 4];
            if (file.Code[i].Is("OneDrive") && file.Code[i + 2].Is("Sdk") && folders.GetValueOrDefault(folder.Text) > own)
            {
                yield return file.At(folder.Line, $"{file.Name} ({own}) uses the namespace {folder.Text}");
            }
        }
    }
}

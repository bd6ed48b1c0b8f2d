namespace OneDrive.Sdk.Json;

/// <summary>Reads pages of lists.</summary>
internal static class Pages
{
    /// <summary>How a page is read whose entries are read in a given way.</summary>
    internal static ModelRead<CollectionPage<T>> Of<T>(ModelRead<T> read) =>
        (ref ModelReader reader) => new CollectionPage<T>(ref reader, read);
}

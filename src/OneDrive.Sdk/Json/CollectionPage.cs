namespace OneDrive.Sdk.Json;

/// <summary>One answer of a list.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
internal sealed class CollectionPage<T>
{
    internal CollectionPage(ref ModelReader reader, ModelRead<T> read)
    {
        IReadOnlyList<T>? entries = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "value": entries = reader.List(read); break;
                case "@odata.nextLink" or "odata.nextLink": NextLink = reader.Text(); break;
                case "@odata.deltaLink" or "odata.deltaLink": DeltaLink = reader.Text(); break;
                default: reader.Other(); break;
            }
        }

        // A response without a list is not an empty list.
        reader.Require("value", entries is not null);
        Value = entries ?? [];
    }

    public IReadOnlyList<T> Value { get; }

    /// <summary>The link to the next page, to be followed as it is; null on the last page.</summary>
    public string? NextLink { get; }

    /// <summary>The link to later changes (delta link); only on the last page of a list of changes.</summary>
    public string? DeltaLink { get; }

    /// <summary>The page as callers see it.</summary>
    internal Page<T> ToPage() => new(Value, NextLink);
}

using System.Text.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.SharePoint;
using OneDrive.Sdk.Tests.Models;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Which model stands for which type of the documentation.</summary>
internal static class DocumentedTypes
{
    /// <summary>Types that are not in the published metadata of drives.</summary>
    private static readonly Dictionary<string, Type> Others = new(StringComparer.Ordinal)
    {
        ["asyncJobStatus"] = typeof(AsyncJobStatus),
        ["changeNotification"] = typeof(ChangeNotification),
        ["changeNotificationCollection"] = typeof(NotificationPayload),
        ["contentType"] = typeof(ListContentType),
        ["fieldValueSet"] = typeof(Dictionary<string, JsonElement>),
        ["list"] = typeof(SharePointList),
        ["subscription"] = typeof(Subscription),
        ["user"] = typeof(DirectoryUser),
        ["group"] = typeof(DirectoryGroup),
    };

    /// <summary>The model; null when there is none.</summary>
    internal static Type? Find(string type)
    {
        if (Others.TryGetValue(type, out var known))
        {
            return known;
        }

        try
        {
            return PublishedPropertiesTests.ModelType(type);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The response of the discovery service: selects the user's file service, and validates that its host can be trusted with a token.
/// </summary>
internal static class ServiceDiscoveryResponse
{
    private const int MaximumDepth = 16;

    /// <summary>Finds the OneDrive for Business service; null if the list does not contain it.</summary>
    /// <exception cref="OneDriveAuthenticationException">The list cannot be read, or names a place that gets no token.</exception>
    internal static DiscoveredService? Find(ReadOnlyMemory<byte> list, IReadOnlyList<string> allowedHosts)
    {
        try
        {
            using var document = AnswerDocument.Parse(list, MaximumDepth);
            if (JsonMember.Of(document.RootElement, "value") is not { ValueKind: JsonValueKind.Array } entries)
            {
                throw Unreadable();
            }

            var files = entries.EnumerateArray().FirstOrDefault(
                entry => JsonMember.Text(entry, "capability") == "MyFiles" && JsonMember.Text(entry, "serviceApiVersion") == "v2.0");
            return files.ValueKind is JsonValueKind.Undefined ? null : Trust(files, allowedHosts);
        }
        catch (JsonException failure)
        {
            throw Unreadable(failure);
        }
    }

    private static DiscoveredService Trust(JsonElement entry, IReadOnlyList<string> allowedHosts)
    {
        try
        {
            if (Uri.TryCreate(JsonMember.Text(entry, "serviceEndpointUri"), UriKind.Absolute, out var endpoint))
            {
                var service = new DiscoveredService(JsonMember.Text(entry, "serviceResourceId") ?? "", endpoint);
                if (IsAllowed(endpoint.Host, allowedHosts))
                {
                    return service;
                }
            }
        }
        catch (ArgumentException)
        {
            // An address that would not do from the caller's hand either.
        }

        throw new OneDriveAuthenticationException(
            "The discovery response lists an address for the user's files that is not an https address of SharePoint. The token was not "
            + "sent to it.")
        {
            Hint = "If the address is correct, add its host to ServiceDiscoveryOptions.AllowedHosts.",
        };
    }

    private static bool IsAllowed(string host, IReadOnlyList<string> allowedHosts) => allowedHosts.Any(
        allowed => allowed.StartsWith('.')
            ? host.Length > allowed.Length && host.EndsWith(allowed, StringComparison.OrdinalIgnoreCase)
            : host.Equals(allowed, StringComparison.OrdinalIgnoreCase));

    private static OneDriveAuthenticationException Unreadable(Exception? failure = null) =>
        new("The discovery response is not the expected JSON.", failure)
        {
            Hint = "Check Discovery.Endpoint. Microsoft retired the discovery service. Configure the host of the tenant instead.",
        };
}

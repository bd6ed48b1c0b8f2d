using System.Text;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>Reads a posted form; values may come without any encoding, as one real client sends them.</summary>
internal static class FormReader
{
    private const int LongestForm = 256 * 1024;

    public static async Task<RequestQuery> ReadAsync(string? contentType, Stream body, CancellationToken cancellationToken)
    {
        if (contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw EntraError.MissingParameter("grant_type");
        }

        var form = await ShortBody.ReadAsync(body, LongestForm, cancellationToken).ConfigureAwait(false)
            ?? throw EntraError.InvalidRequest(90013, "Invalid input received from the user: the form is too long.");
        return new RequestQuery(Encoding.UTF8.GetString(form));
    }
}

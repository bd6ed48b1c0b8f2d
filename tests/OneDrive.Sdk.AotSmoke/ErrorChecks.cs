using System.Net;
using OneDrive.Sdk.AotSmoke.Service;

namespace OneDrive.Sdk.AotSmoke;

/// <summary>What the service refuses becomes the exception that says so, and what it asks to repeat is repeated.</summary>
internal static class ErrorChecks
{
    internal static async Task RunAsync(Checks checks)
    {
        var service = new CannedService()
            .On(
                "GET", "me/drive/root:/absent", HttpStatusCode.NotFound,
                """{ "error": { "code": "itemNotFound", "message": "The resource could not be found." } }""", ("request-id", "id-1"))
            .On("GET", "me/drive/root:/absent", HttpStatusCode.NotFound, """{ "error": { "code": "itemNotFound" } }""")
            .On(
                "POST", "me/drive/root/children", HttpStatusCode.Conflict,
                """{ "error": { "code": "nameAlreadyExists", "innerError": { "code": "inner" } } }""")
            .On("GET", "me/drive", HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "3600"));
        using var client = Client.For(service);

        await checks.ThrowsAsync<ItemNotFoundException>(
            "404 becomes ItemNotFoundException, with the service's words",
            () => client.Items.GetAsync(DriveAddress.Me.Path("/absent")),
            exception => exception.Message
                == "GET me/drive/root:/absent: 404 itemNotFound — The resource could not be found. (request-id id-1)");
        checks.That("what is absent is found to be null", await client.Items.FindAsync(DriveAddress.Me.Path("/absent")) is null);
        await checks.ThrowsAsync<ItemConflictException>(
            "409 becomes ItemConflictException, with all codes",
            () => client.Items.CreateFolderAsync(DriveAddress.Me.Path("/"), "a"),
            exception => exception.ErrorCode == "nameAlreadyExists" && exception.HasErrorCode("inner"));
        await checks.ThrowsAsync<ThrottledException>(
            "a longer wish than the budget becomes ThrottledException at once",
            () => client.Drives.GetAsync(DriveAddress.Me),
            exception => exception.RetryAfter == TimeSpan.FromHours(1));
        checks.That("each was asked once", service.IsDone && service.Requests.Count == 4);

        await RetryAsync(checks);
    }

    private static async Task RetryAsync(Checks checks)
    {
        var service = new CannedService()
            .On("GET", "me/drive", HttpStatusCode.TooManyRequests, "{}", ("Retry-After", "0.001"))
            .On("GET", "me/drive", HttpStatusCode.BadGateway, "{}")
            .On("GET", "me/drive", HttpStatusCode.OK, """{ "id": "b!drive", "driveType": "business", "quota": { "remaining": 1 } }""");
        using var client = Client.For(service);

        var drive = await client.Drives.GetAsync(DriveAddress.Me);

        checks.Equal("a call is repeated until the service answers", 3, service.Requests.Count);
        checks.Equal("and the answer is read", 1L, drive.Quota?.Remaining);
    }
}

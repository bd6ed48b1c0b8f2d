using System.Text;

namespace OneDrive.Sdk.Emulator.Tests.Hosting;

/// <summary>Requests that are almost right: addresses, queries, headers and bodies of the service, with nasty things in them.</summary>
internal sealed class RandomRequest(int seed, string driveId, string itemId)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

    private static readonly string[] Addresses =
    [
        "/v1.0/me/drive", "/v1.0/users/{x}/drive", "/v1.0/groups/{x}/drives", "/v1.0/drives/{d}", "/v1.0/drives/{x}/root",
        "/v1.0/drives/{d}/items/{i}", "/v1.0/drives/{d}/items/{x}", "/v1.0/drives/{d}/items/{i}:/{x}:/{v}", "/v1.0/drives/{d}/root:/{x}",
        "/v1.0/drives/{d}/root:/{x}/{x}:/{v}", "/v1.0/drives/{d}/root/{v}", "/v1.0/drives/{d}/items/{i}/{v}",
        "/v1.0/drives/{d}/special/{x}", "/v1.0/drives/{d}/root:/a.txt:/{v}", "/v1.0/drives/{d}/items/{i}/{v}",
        "/v1.0/me/drive/root:/{x}:/{v}", "/v1.0/drives/{d}/items/{i}/{v}/{x}", "/v1.0/drives/{d}/root/search(q='{x}')",
        "/v1.0/drives/{d}/root/delta(token='{x}')", "/v1.0/shares/{x}", "/v1.0/shares/u!{x}/driveItem/{v}", "/v1.0/sites/{x}",
        "/v1.0/sites/{x}:/{x}:/drive", "/v1.0/sites/root/lists/{x}/items/{x}", "/v1.0/subscriptions/{x}", "/v1.0/$batch", "/v1.0/{x}",
        "/_transfer/download", "/_transfer/uploadSession", "/_api/v2.0/monitor/{x}", "/common/oauth2/v2.0/authorize",
        "/common/oauth2/v2.0/token", "/{x}/oauth2/v2.0/token", "/{x}/v2.0/.well-known/openid-configuration", "/_emulator/faults",
        "/_emulator/{x}",
        "/_emulator/quirks", "/_api/v2.0/{x}", "/_api/v2.0/drives/{d}/items/{i}/{v}", "/_api/v2.0/drive/root:/{x}:/{v}",
        "/_api/v2.0/me/drive/{v}", "/common/oauth2/token", "/common/oauth2/authorize", "/discovery/v2.0/me/services",
    ];

    private static readonly string[] Verbs =
    [
        "GET children", "POST children", "PUT content", "GET content", "POST createUploadSession", "POST copy", "GET delta",
        "GET permissions", "POST createLink", "POST invite", "GET versions", "GET thumbnails", "POST preview", "POST checkout",
        "POST checkin", "POST follow", "GET retentionLabel", "PATCH retentionLabel", "POST restore", "GET listItem", "GET analytics",
        "GET activities", "POST assignSensitivityLabel", "GET subscriptions/socketIo", "PATCH permissions/{x}",
        "POST versions/1.0/restoreVersion", "GET versions/{x}/content", "GET thumbnails/0/{x}/content", "POST permanentDelete",
        "PATCH listItem/fields", "GET createdByUser", "GET getActivitiesByInterval(startDateTime='{x}',endDateTime='{x}',interval='{x}')",
    ];

    private static readonly string[] Nasty =
    [
        "", ".", "..", "...", "%", "%%", "%2", "%zz", "%00", "%01", "%0d%0aX:1", "%2f", "%5c..%5c", "..%2f..%2f", "%252f", "%c0%af",
        "%e0%80%af", "%c0%ae%c0%ae", "%f8%88%80%80%80", "%ed%a0%80", "%ff", "%u002e", "..;", "'", "''", "')", "(", ")", "null", "-1", "0",
        "1e999", "NaN", "99999999999999999999", "2147483648", "-9223372036854775808", "0001-01-01T00:00:00%2B14:00",
        "9999-12-31T23:59:59-14:00", "1!1", "%F0%9F%98%80", "%D9%84%D8%A7", "a%CC%88", "CON", "a:b", ":", "::", "root", "root:", "x%20",
        "%20x", "*", "$value", "@", "!", "~$", "+", "cGFnZTotMQ", "ZGVsdGExfDF8MXwx", "{}", "[]", "%7B%22a%22%3A1%7D",
        "javascript:alert(1)", "http://[", "//", "\\", "ä",
    ];

    private static readonly string[] Options =
    [
        "$top", "$select", "$expand", "$filter", "$orderby", "$skiptoken", "token", "format", "guid", "tempauth", "DriveId", "UniqueId",
        "Part", "client_id", "redirect_uri", "response_type", "scope", "state", "@microsoft.graph.conflictBehavior",
        "includeDeletedItems", "q", "after",
    ];

    private static readonly string[] Headers =
    [
        "If-Match", "If-None-Match", "Range", "If-Range", "Content-Range", "Prefer", "Accept", "Content-Type", "Expect",
        "X-Forwarded-Host", "X-Forwarded-Proto", "client-request-id", "Authorization", "Cookie", "Accept-Encoding", "deltaExcludeParent",
        "X-HTTP-Method-Override",
    ];

    private static readonly string[] Bodies =
    [
        """{"name":§,"folder":{},"@microsoft.graph.conflictBehavior":§}""", """{"item":{"name":§,"fileSize":§},"deferCommit":§}""",
        """{"parentReference":{"driveId":§,"id":§,"path":§},"name":§}""", """{"type":§,"scope":§,"password":§,"expirationDateTime":§}""",
        """{"recipients":[{"email":§},§],"roles":[§],"message":§}""",
        """{"fileSystemInfo":{"createdDateTime":§,"lastModifiedDateTime":§}}""",
        """{"changeType":§,"notificationUrl":§,"resource":§,"expirationDateTime":§,"clientState":§}""", """{"checkInAs":§,"comment":§}""",
        """{"requests":[{"id":§,"method":"GET","url":§,"headers":{"A":§},"body":§,"dependsOn":[§]}]}""",
        """{"name":§,"bundle":{},"children":[{"id":§}]}""", """{"kind":§,"operation":§,"times":§,"retryAfterSeconds":§}""",
        "grant_type=authorization_code&code=§&client_id=§", "§", """{"@microsoft.graph.sourceUrl":§,"name":§}""",
        """{"sensitivityLabelId":§,"assignmentMethod":§}""", """{"page":§,"zoom":§}""",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "99999999999999999999", "\"\"", "\"x\"", "\"..\"", "\"\\u0000\"", "\"\\ud800\"", "\"a/b\"",
        "{}", "[]", "[[]]", "{\"a\":{}}", "\"2020-13-45\"", "\"0001-01-01T00:00:00+14:00\"", "\"http://[\"", "\"/me/drive/root\"",
        "\"\\r\\nX: 1\"", "\"😀\"", "1.5", "\"9999-12-31T23:59:59Z\"", "\"view\"", "\"anonymous\"", "\"fail\"",
    ];

    private readonly Random _random = new(seed);

    public byte[] Next(string token)
    {
        var address = Pick(Addresses);
        var (verb, method) = (Pick(Verbs), Pick(Methods));
        if (address.Contains("{v}", StringComparison.Ordinal) && _random.Next(5) > 0)
        {
            method = verb.Split(' ')[0];
        }

        var target = Fill(address.Replace("{v}", verb.Split(' ')[1], StringComparison.Ordinal));
        for (var option = _random.Next(3); option > 0; option--)
        {
            target += $"{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Pick(Options)}={Pick(Nasty)}";
        }

        var head = $"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n";
        for (var header = _random.Next(3); header > 0; header--)
        {
            head += $"{Pick(Headers)}: {Uri.UnescapeDataString(Pick(Nasty)).ReplaceLineEndings(" ")}\r\n";
        }

        var body = Encoding.UTF8.GetBytes(_random.Next(2) == 0 ? string.Empty : Body());
        return [.. Encoding.UTF8.GetBytes($"{head}Content-Length: {body.Length}\r\n\r\n"), .. body];
    }

    private string Body()
    {
        var parts = Pick(Bodies).Split('§');
        return parts.Skip(1).Aggregate(parts[0], (text, part) => text + Pick(Values) + part);
    }

    private string Fill(string template)
    {
        var text = template.Replace("{d}", driveId, StringComparison.Ordinal).Replace("{i}", itemId, StringComparison.Ordinal);
        while (text.IndexOf("{x}", StringComparison.Ordinal) is >= 0 and var place)
        {
            text = text[..place] + Pick(Nasty) + text[(place + 3)..];
        }

        return text;
    }

    private string Pick(string[] texts) => texts[_random.Next(texts.Length)];
}

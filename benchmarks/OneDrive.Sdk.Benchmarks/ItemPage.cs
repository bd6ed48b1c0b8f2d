using System.Text;

namespace OneDrive.Sdk.Benchmarks;

/// <summary>Makes answers that look like those of the service.</summary>
internal static class ItemPage
{
    internal static byte[] Create(int items) =>
        Encoding.UTF8.GetBytes($$"""{"@odata.context":"…","value":[{{string.Join(',', Enumerable.Range(1, items).Select(Item))}}]}""");

    internal static string Item(int number) =>
        $$"""
        {
          "@microsoft.graph.downloadUrl": "https://contoso.sharepoint.example/_layouts/15/download.aspx?UniqueId={{number}}&tempauth=none",
          "createdDateTime": "2024-05-01T10:00:00Z",
          "eTag": "\"{6E1F8A34-0000-0000-0000-{{number:D12}}},3\"",
          "id": "01NKDM7HMOJTVYMDOSXFDK2QJDXCDI{{number:D4}}",
          "lastModifiedDateTime": "2024-05-02T11:30:00Z",
          "name": "Report {{number}}.xlsx",
          "webUrl": "https://contoso.sharepoint.example/Documents/Report%20{{number}}.xlsx",
          "cTag": "\"c:{6E1F8A34-0000-0000-0000-{{number:D12}}},5\"",
          "size": {{number * 1024L}},
          "createdBy": { "user": { "email": "adele@contoso.example", "id": "48d31887", "displayName": "Adele Vance" } },
          "lastModifiedBy": { "user": { "email": "alex@contoso.example", "id": "51c2a0f3", "displayName": "Alex Wilber" } },
          "parentReference": { "driveType": "business", "driveId": "b!drive", "id": "01NKDM7HN6Y2GOVW7725BZO354PWSELRRZ", "path": "/drive/root:" },
          "file": {
            "mimeType": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "hashes": { "quickXorHash": "AAAAAAAAAAAAAAAAAAAAAAAAAAA=" }
          },
          "fileSystemInfo": { "createdDateTime": "2024-05-01T10:00:00Z", "lastModifiedDateTime": "2024-05-02T11:30:00Z" }
        }
        """;
}

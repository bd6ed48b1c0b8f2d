using System.Net;
using System.Net.Http.Headers;

namespace OneDrive.Sdk.Emulator.XunitV3Tests;

/// <summary>As the base of a test class: an emulator for each test.</summary>
public sealed class EmulatorForEachTestTests : EmulatorFixtureV3, IAsyncLifetime
{
    protected override void Configure(EmulatorOptions options) => options.DriveType = EmulatorDriveType.Personal;

    protected override void Prepare(OneDriveEmulator emulator) => emulator.DefaultUser.WithFile("a.txt", [1, 2, 3]);

    [Theory]
    [InlineData("one.txt")]
    [InlineData("other.txt")]
    public async Task Emulator_IsPreparedAndFresh(string name)
    {
        using var http = new HttpClient { BaseAddress = Emulator.Endpoint };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Emulator.IssueAccessToken(Emulator.DefaultUser));
        using var content = new ByteArrayContent([9]);
        using var stored = await http.PutAsync(
            new Uri($"v1.0/me/drive/root:/{name}:/content", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Created, stored.StatusCode);
        Assert.Equal(EmulatorDriveType.Personal, Emulator.DefaultUser.Drive.DriveType);
        Emulator.DefaultUser.Drive.VerifyFile("a.txt", [1, 2, 3]).VerifyFile(name, [9]);
        Assert.Equal(2, Emulator.DefaultUser.Drive.ListItems().Count);
    }
}

using Microsoft.Extensions.Options;

// Each block of JSON is the configuration of a client, and the client accepts it.
var code = 0;
foreach (var path in Directory.GetFiles("blocks", "*.json").Order(StringComparer.Ordinal))
{
    try
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(path)).Build();
        await using var provider = new ServiceCollection().AddOneDrive(configuration.GetSection("OneDrive")).Services.BuildServiceProvider();
        _ = provider.GetRequiredService<IOptionsMonitor<OneDriveOptions>>().CurrentValue;
        _ = provider.GetRequiredService<IOneDriveClient>();
    }
    catch (Exception failure)
    {
        Console.WriteLine($"{path}: {failure}");
        code = 1;
    }
}

return code;

using Microsoft.Extensions.DependencyInjection;
using TestingYourApp;

if (args is not [var folder])
{
    Console.Error.WriteLine("usage: TestingYourApp FOLDER, with TENANT_ID, CLIENT_ID, CLIENT_SECRET and USER in the environment");
    return 2;
}

var services = new ServiceCollection();
services.AddInvoiceArchive(Get("TENANT_ID"), Get("CLIENT_ID"), Get("CLIENT_SECRET"), Get("USER"));
await using var provider = services.BuildServiceProvider();
Console.WriteLine(await provider.GetRequiredService<InvoiceArchive>().RunAsync(folder));
return 0;

static string Get(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set.");

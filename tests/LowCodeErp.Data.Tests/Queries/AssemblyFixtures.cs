using LowCodeErp.Data.Tests.Queries;

[assembly: AssemblyFixture(typeof(SalesSample))]
